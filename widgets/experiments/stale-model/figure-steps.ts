/** Two further pictures: the error by months, and a working day by hours at the end of the year. */
import { max, mean, sum } from 'd3-array';
import type { Layout } from '#kit/contract';
import type { ChartAxis, Part, Step } from '#kit/draw';
import { chart, line, number, series, toStep } from '#kit/draw';
import type { StaleOutcome } from './model.ts';
import { MONTHS } from './say.ts';

type Line = readonly [values: readonly number[], key: string];

/** The error month by month, and hours of a working day in the last quarter. */
export function stepsOf(outcome: StaleOutcome, layout: Layout): readonly Step[] {
  const { years, calm, heldOut, seen } = outcome;
  const { months } = years;
  const { hoursWas, hoursSaid } = seen;
  const before = calm ? calm.months : months.map(() => heldOut);
  const ticks = { wide: 12, narrow: 6 };
  const byMonth: ChartAxis = { extent: [1, 12], ticks, format: (at) => MONTHS[at - 1] ?? '' };
  const byHour: ChartAxis = { extent: [0, 23], ticks, label: 'o’clock' };
  const year = linesOf('How far off, month by month', layout, byMonth, [
    [before, calm ? 'nothing changes' : 'in 2011'],
    [months, 'this year'],
  ]);
  const day = linesOf('A working day at the year’s end', layout, byHour, [
    [hoursWas, 'hired'],
    [hoursSaid, 'said by the model'],
  ]);
  const times = sum(hoursWas) / sum(hoursSaid);
  const off = (factor: number): string =>
    number(mean(hoursWas, (was, i) => Math.abs(was - factor * (hoursSaid[i] ?? 0))) ?? 0);
  return [
    toStep(year, {
      name: 'months',
      asks: 'How soon is it off?',
      says: `On days of 2011 that it had not seen, the model was off by ${number(heldOut)} bikes an hour. In the third month after that year it is off by ${number(months[2] ?? 0)}, in the worst month by ${number(Math.max(...months))}. In winter fewer bikes are hired, so there is less to be off by.`,
    }),
    toStep(day, {
      name: 'hours',
      asks: 'Is the day of another size, or of another shape?',
      says: `Over the last three months, the mean working day lies ${off(1)} bikes from what the model said. Multiply what it said by ${number(times, 2)}, the number that fits best in total, and ${off(times)} are left: they are a change of shape.`,
    }),
  ];
}

/** Lines over one axis: first, dashed, what the other is held against. */
function linesOf(title: string, layout: Layout, x: ChartAxis, lines: readonly Line[]): Part {
  const most = max(lines.flatMap(([values]) => values)) ?? 0;
  return chart({
    title,
    ...{ view: { layout }, height: { wide: 200, narrow: 180 }, x },
    y: { extent: [0, 50 * Math.ceil(most / 50)], label: 'bikes an hour', ticks: 4 },
    marks: lines.map(([values, key], i) =>
      line(series(values, x.extent[0]), { key, look: i > 0 ? 'run-line' : 'sure-line' }),
    ),
  });
}
