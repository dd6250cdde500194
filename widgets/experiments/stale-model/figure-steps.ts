/** Two further pictures: the error by months, and a working day by hours at the end of the year. */
import { max, mean, sum } from 'd3-array';
import type { Part, Step } from '#kit/draw';
import { chart, line, number, series, toStep } from '#kit/draw';
import type { StaleOutcome } from './model.ts';

type Line = readonly [values: readonly number[], key: string, look: string];

/** The pictures that are asked for. */
export function stepsOf(outcome: StaleOutcome): readonly Step[] {
  return [monthsStep(outcome), hoursStep(outcome)];
}

function linesOf(
  title: string,
  label: string,
  [from, to]: readonly [number, number],
  lines: readonly Line[],
): Part {
  const most = Math.ceil((max(lines.flatMap(([values]) => values)) ?? 0) / 50) * 50;
  return chart({
    title,
    width: 280,
    height: 200,
    x: { extent: [from, to], label },
    y: { extent: [0, most], label: 'bikes an hour', ticks: 4 },
    marks: lines.map(([values, key, look]) => line(series(values, from), { key, look })),
  });
}

/** The error, month by month. */
function monthsStep({ years: { months }, calm, heldOut }: StaleOutcome): Step {
  const whole = linesOf(
    'Error by months',
    'month',
    [1, 12],
    [
      [months, 'this year', 'run-line'],
      calm
        ? [calm.months, 'nothing changes', 'sure-line']
        : [months.map(() => heldOut), 'in 2011', 'sure-line'],
    ],
  );
  return toStep(whole, {
    name: 'months',
    asks: 'How soon is it off?',
    says: `On days of 2011 that it had not seen, the model was off by ${number(heldOut)} bikes an hour. In the third month after that year it is off by ${number(months[2] ?? 0)}, in the worst month by ${number(Math.max(...months))}. In winter fewer bikes are hired, so there is less to be off by.`,
  });
}

/** Hours of a working day, in the last quarter. */
function hoursStep({ seen: { hoursWas, hoursSaid } }: StaleOutcome): Step {
  const whole = linesOf(
    'A working day at the year’s end',
    'hour of the day',
    [0, 23],
    [
      [hoursWas, 'hired', 'sure-line'],
      [hoursSaid, 'said by the model', 'run-line'],
    ],
  );
  const times = sum(hoursWas) / sum(hoursSaid);
  const off = (factor: number): string =>
    number(mean(hoursWas, (was, i) => Math.abs(was - factor * (hoursSaid[i] ?? 0))) ?? 0);
  return toStep(whole, {
    name: 'hours',
    asks: 'Is the day of another size, or of another shape?',
    says: `Over the last three months, the mean working day lies ${off(1)} bikes from what the model said. Multiply what it said by ${number(times, 2)}, the number that fits best in total, and ${off(times)} are left: they are a change of shape.`,
  });
}
