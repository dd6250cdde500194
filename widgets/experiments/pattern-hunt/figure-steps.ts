/** What is asked for: how often each symbol came, and what came after what. A pattern shows in the second, not in the first. */
import { maxIndex, minIndex, range, sum } from 'd3-array';
import type { Cell, ChartAxis, Mark, Step } from '#kit/draw';
import { askedChart, bars, cells, nearly, number } from '#kit/draw';
import { areRowsAlike } from './luck.ts';
import { countsOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';
import { looksOf, nameOf } from './say.ts';

/** Both pictures, in the order in which they are asked for. */
export function stepsOf({ source }: HuntSettings, outcome: HuntOutcome): readonly Step[] {
  const { alphabet, drawn } = outcome;
  const { all, after } = countsOf(outcome);
  const signs = looksOf(alphabet, source);
  const names = signs.map(nameOf);
  const says = (told: string): string => (drawn === '' ? 'Nothing has come yet.' : told);
  return [
    askedChart({
      asks: 'How often did each symbol come?',
      says: says(oftenest(names, all)),
      title: 'How often each came',
      height: 150,
      x: signsAlong(signs, 'symbol'),
      y: { extent: [0, Math.max(4, ...all)], label: 'times', ticks: 3 },
      marks: [bars(all, { look: 'before', air: Math.min(8, 60 / signs.length) })],
    }),
    askedChart({
      asks: 'And what came after what?',
      says: says(`The larger the square, the oftener it came next. ${strongest(names, after)}`),
      title: 'What came after what',
      height: 284,
      x: signsAlong(signs, 'came next'),
      y: { ...signsAlong(signs, 'after this symbol'), extent: [signs.length, 0] },
      marks: [squares(after)],
    }),
  ];
}

/** An axis with a place for each sign, and with every second one named where they are many. */
function signsAlong(signs: readonly string[], label: string): ChartAxis {
  const ticks = range(0.5, signs.length, signs.length > 12 ? 2 : 1);
  return { extent: [0, signs.length], label, ticks, format: (at) => signs[at - 0.5] ?? '' };
}

/** A square for each symbol after each, as large as its share of what came after. */
function squares(after: readonly (readonly number[])[]): Mark {
  const shares = after.map((row) => row.map((times) => times / (sum(row) || 1)));
  const most = Math.max(...shares.flat());
  const span = (at: number, side: number): Cell[0] => [at + 0.5 - side / 2, at + 0.5 + side / 2];
  const square = (share: number, next: number, last: number): Cell => {
    const side = 0.95 * Math.sqrt(share / (most || 1));
    return [span(next, side), span(last, side)];
  };
  return cells(shares.flatMap((row, last) => row.map((share, next) => square(share, next, last))));
}

function oftenest(names: readonly string[], all: readonly number[]): string {
  const [least, most] = [minIndex(all), maxIndex(all)];
  const times = (k: number): string => `${number(all[k] ?? 0)} times`;
  return `This is the distribution: ${names[most]} came most often, ${times(most)} of ${number(sum(all))} (${nearly((all[most] ?? 0) / sum(all))}), and ${names[least]} least, ${times(least)}.`;
}

function strongest(names: readonly string[], after: readonly (readonly number[])[]): string {
  if (areRowsAlike(after))
    return 'The rows differ no more than by chance: nothing is found here that the last symbol says about the next.';
  // What came a few times only is no example.
  const last = maxIndex(after, (row) => (sum(row) < 8 ? 0 : Math.max(...row) / sum(row)));
  const row = after[last] ?? [];
  const next = maxIndex(row);
  return `The rows differ: there is a pattern. After ${names[last]}, for one, came ${names[next]} in ${number(row[next] ?? 0)} of ${number(sum(row))} cases.`;
}
