/** What is asked for: how often each symbol came, and what came after what. A pattern shows in the second, not in the first. */
import { bisectRight, extent, greatest, range, sum } from 'd3-array';
import type { Cell, ChartAxis, Mark, Step } from '#kit/draw';
import { askedChart, bars, cells, nearly, number } from '#kit/draw';
import { areRowsAlike } from './luck.ts';
import { countsOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** Least shares, as multiples of an even share, from which on a field is darker. */
const SHADES = [0.3, 0.75, 1.35, 2.5];
/** Signs that look otherwise than they are written. */
const LOOKS: Readonly<Record<string, string>> = { u: '↑', d: '↓' };

/** Signs as they stand in a figure. */
export function looksOf(signs: string, { source }: HuntSettings): readonly string[] {
  return Array.from(signs, (sign) => (source === 'bikes' ? (LOOKS[sign] ?? sign) : sign));
}

/** Both pictures, in the order in which they are asked for. */
export function stepsOf(settings: HuntSettings, outcome: HuntOutcome): readonly Step[] {
  const { all, after } = countsOf(outcome);
  const signs = looksOf(outcome.alphabet, settings);
  const says = (told: () => string): string =>
    outcome.drawn === '' ? 'Nothing has come yet.' : told();
  const next = signsAlong(signs, 'came next');
  return [
    askedChart({
      asks: 'How often did each symbol come?',
      label: 'How often each symbol came, as bars.',
      says: says(() => oftenest(signs, all)),
      title: 'How often each came',
      height: 150,
      x: signsAlong(signs, 'symbol'),
      y: { extent: [0, Math.max(4, ...all)], label: 'times', ticks: 3 },
      marks: [bars(all, { look: 'before', air: Math.min(8, 60 / signs.length) })],
    }),
    askedChart({
      asks: 'And what came after what?',
      label:
        'How often each symbol came after each other, as a square of fields; the darker, the oftener.',
      says: says(
        () => `The darker a field, the oftener its symbol came next. ${strongest(signs, after)}`,
      ),
      title: 'What came after what',
      height: 284,
      x: next,
      y: { ...next, extent: [signs.length, 0], label: 'after this symbol' },
      marks: shaded(after),
    }),
  ];
}

/** An axis with a place for each sign, and with every second one named where they are many. */
function signsAlong(signs: readonly string[], label: string): ChartAxis {
  const ticks = range(0.5, signs.length, signs.length > 12 ? 2 : 1);
  return { extent: [0, signs.length], label, ticks, format: (at) => signs[at - 0.5] ?? '' };
}

/** A field for each symbol after each, the darker the larger its share of what came after. */
function shaded(after: readonly (readonly number[])[]): readonly Mark[] {
  const fields = after.flatMap((row, last) =>
    row.map((times, next) => {
      const cell: Cell = [
        [next, next + 1],
        [last, last + 0.95],
      ];
      return { cell, shade: bisectRight(SHADES, (times * row.length) / (sum(row) || 1)) };
    }),
  );
  return range(1, SHADES.length + 1).map((darkness) => {
    const mine = fields.filter(({ shade }) => shade === darkness);
    return cells(
      mine.map(({ cell }) => cell),
      { look: `shade-${darkness}`, air: 1 },
    );
  });
}

function oftenest(signs: readonly string[], all: readonly number[]): string {
  const [least = 0, most = 0] = extent(all);
  const total = sum(all);
  const sign = (count: number): string => nameOf(signs[all.indexOf(count)]);
  const told = `${sign(most)} came most often, ${number(most)} times of ${number(total)} (${nearly(most / total)}), and ${sign(least)} least, ${number(least)} times.`;
  return `This is the distribution. ${told.charAt(0).toUpperCase()}${told.slice(1)}`;
}

function nameOf(sign = ''): string {
  return sign === '_' ? 'the space' : sign;
}

function strongest(signs: readonly string[], after: readonly (readonly number[])[]): string {
  if (areRowsAlike(after))
    return 'The rows differ no more than by chance: nothing is found here that the last symbol says about the next.';
  const often = after.map((row, last) => ({ last, row })).filter(({ row }) => sum(row) >= 8);
  const best = greatest(often, ({ row }) => Math.max(...row) / sum(row));
  if (!best) return 'The rows differ.';
  const most = Math.max(...best.row);
  return `The rows differ: there is a pattern. After ${nameOf(signs[best.last])}, for one, came ${nameOf(signs[best.row.indexOf(most)])} in ${number(most)} of ${number(sum(best.row))} cases.`;
}
