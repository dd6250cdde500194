/** Two further pictures: the error by months, and a working day by hours at the end of the year. */
import type { Part, Step } from '#kit/draw';
import { below, legend, linePath, number, panel, plot, svg } from '#kit/draw';
import type { StaleOutcome } from './model.ts';

const WIDE = 280;
const HIGH = 200;

interface Line {
  readonly words: string;
  readonly look: string;
  readonly points: readonly (readonly [number, number])[];
}

function chart(
  title: string,
  lines: readonly Line[],
  x: { readonly extent: readonly [number, number]; readonly label: string },
): Part {
  const most = Math.max(...lines.flatMap(({ points }) => points.map(([, y]) => y)));
  const y = { extent: [0, Math.ceil(most / 50) * 50] as const, label: 'bikes an hour', ticks: 4 };
  const drawn = plot(
    { width: WIDE, height: HIGH, x, y, right: 8 },
    (to) =>
      svg`${lines.map(({ look, points }) => svg`<path class="${look}" d="${linePath(points, to.x, to.y)}"/>`)}`,
  );
  const key = legend(
    lines.map(({ words, look }) => ({
      words,
      swatch: (at, up) => svg`<path class="${look}" d="M${at - 5} ${up}h10"/>`,
    })),
    WIDE,
  );
  return panel({ title }, below(2, key, drawn));
}

/** The error, month by month. */
export function monthsStep({ years, calm, heldOut }: StaleOutcome): Step {
  const by = (months: readonly number[]): Line['points'] => months.map((y, i) => [i + 1, y]);
  const level = by(years.months.map(() => heldOut));
  const whole = chart(
    'Error by months',
    [
      { words: 'this year', look: 'run-line', points: by(years.months) },
      calm
        ? { words: 'nothing changes', look: 'sure-line', points: by(calm.months) }
        : { words: 'in 2011', look: 'sure-line', points: level },
    ],
    { extent: [1, 12], label: 'month' },
  );
  const third = years.months[2] ?? 0;
  const worst = Math.max(...years.months);
  return stepOf(whole, {
    name: 'months',
    asks: 'How soon is it off?',
    says: `On days of 2011 that it had not seen, the model was off by ${number(heldOut)} bikes an hour. In the third month after that year it is off by ${number(third)}, in the worst month by ${number(worst)}. In winter fewer bikes are hired, so there is less to be off by.`,
  });
}

/** Hours of a working day, in the last quarter. */
export function hoursStep({ seen }: StaleOutcome): Step {
  const by = (hours: readonly number[]): Line['points'] => hours.map((y, i) => [i, y]);
  const whole = chart(
    'A working day at the year’s end',
    [
      { words: 'hired', look: 'sure-line', points: by(seen.hoursWas) },
      { words: 'said by the model', look: 'run-line', points: by(seen.hoursSaid) },
    ],
    { extent: [0, 23], label: 'hour of the day' },
  );
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const times = sum(seen.hoursWas) / sum(seen.hoursSaid);
  const off = (factor: number): number =>
    seen.hoursWas.reduce(
      (all, was, i) => all + Math.abs(was - factor * (seen.hoursSaid[i] ?? 0)),
      0,
    ) / seen.hoursWas.length;
  return stepOf(whole, {
    name: 'hours',
    asks: 'Is the day of another size, or of another shape?',
    says: `Over the last three months, the mean working day lies ${number(off(1))} bikes from what the model said. Multiply what it said by ${number(times, 2)}, the number that fits best in total, and ${number(off(times))} are left: they are a change of shape.`,
  });
}

function stepOf(
  { width, height, body }: Part,
  words: Pick<Step, 'asks' | 'says'> & { readonly name: string },
): Step {
  return { width, height: Math.ceil(height), body, label: words.asks, ...words };
}
