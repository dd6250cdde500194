/** What is asked for: how often each symbol came, and what came after what. A pattern shows in the second, not in the first. */
import { bisectRight, extent, greatest, group, range, sum } from 'd3-array';
import type { Markup, Part, Step } from '#kit/draw';
import { bars, cells, chart, nearly, number, rule, short, special, svg, toStep } from '#kit/draw';
import { areRowsAlike } from './luck.ts';
import { countsOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** As wide as the page shows a step. */
const width = 240;
/** Letters that stand closer than this are written on two lines by turns. */
const CLOSE = 16;
/** Height of the highest bar. */
const HIGHEST = 80;
/** Least shares, as multiples of an even share, from which on a field is darker; and how it then looks. */
const SHADES = [0.3, 0.75, 1.35, 2.5];
const SHADE_LOOKS = ['shade-1', 'shade-2', 'shade-3', 'shade-4'];
/** Signs that look otherwise than they are written. */
const LOOKS: Readonly<Record<string, string>> = { u: '↑', d: '↓' };

/** Signs as they stand in a figure. */
export function looksOf(signs: string, { source }: HuntSettings): readonly string[] {
  return Array.from(signs, (sign) => (source === 'bikes' ? (LOOKS[sign] ?? sign) : sign));
}

/** Signs in one text, with a place for each. */
export function signsAt(
  signs: readonly string[],
  xs: readonly number[],
  y: number,
  look = 'soft',
): Markup | false {
  const places = xs.map(short).join(' ');
  return (
    signs.length > 0 &&
    svg`<text class="${look}" text-anchor="middle" x="${places}" y="${y}">${signs}</text>`
  );
}

/** Both pictures, in the order in which they are asked for. */
export function stepsOf(settings: HuntSettings, outcome: HuntOutcome): readonly Step[] {
  const { all, after } = countsOf(outcome);
  const signs = looksOf(outcome.alphabet, settings);
  const isNone = outcome.drawn === '';
  return [
    toStep(howOften(signs, all), {
      asks: 'How often did each symbol come?',
      label: 'How often each symbol came, as bars.',
      says: isNone ? 'Nothing has come yet.' : oftenest(signs, all),
    }),
    toStep(whatAfterWhat(signs, after), {
      asks: 'And what came after what?',
      label:
        'How often each symbol came after each other, as a square of fields; the darker, the oftener.',
      says: isNone
        ? 'Nothing has come yet.'
        : `The darker a field, the oftener its symbol came next. ${areRowsAlike(after) ? 'The rows differ no more than by chance: nothing is found here that the last symbol says about the next.' : strongest(signs, after)}`,
    }),
  ];
}

/** Signs over or under their columns, on two lines by turns where they are close. */
function signsAcross(signs: readonly string[], pitch: number, left: number, y: number): Markup {
  const lines = pitch < CLOSE ? 2 : 1;
  return svg`${range(lines).map((line) => {
    const mine = range(line, signs.length, lines);
    const xs = mine.map((i) => left + (i + 0.5) * pitch);
    const own = mine.map((i) => signs[i] ?? '');
    return signsAt(own, xs, y + line * 15);
  })}`;
}

function howOften(signs: readonly string[], all: readonly number[]): Part {
  const pitch = width / signs.length;
  const foot = pitch < CLOSE ? 35 : 20;
  return chart({
    title: 'How often each came',
    width,
    height: HIGHEST + foot,
    ...{ left: 0, right: 0, top: 0, foot },
    x: { extent: [0, signs.length], isHidden: true },
    y: { extent: [0, Math.max(1, ...all)], isHidden: true },
    marks: [
      bars(all, { look: 'usual', air: Math.min(8, pitch * 0.3) }),
      rule({ y: 0 }),
      special(({ floor }) => signsAcross(signs, pitch, 0, floor + 15)),
    ],
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

function whatAfterWhat(signs: readonly string[], after: readonly (readonly number[])[]): Part {
  const count = signs.length;
  const left = 30;
  const pitch = Math.min(30, (width - left) / count);
  const top = pitch < CLOSE ? 32 : 18;
  const fields = after.flatMap((row, last) =>
    row.map((times, next) => ({
      shade: bisectRight(SHADES, (times * count) / (sum(row) || 1)),
      cell: [[next, next + 1] as const, [last, last + 1 - 1 / pitch] as const] as const,
    })),
  );
  const shaded = group(fields, ({ shade }) => shade);
  const down = signs.map(
    (sign, i) =>
      svg`<text class="soft" text-anchor="middle" x="${pitch < CLOSE && i % 2 === 1 ? 20 : 8}" y="${top + (i + 0.5) * pitch + 4.5}">${sign}</text>`,
  );
  return chart({
    title: 'What came after what',
    note: 'a row: after this symbol',
    width,
    height: top + count * pitch + 4,
    ...{ left, right: width - left - count * pitch, top, foot: 4 },
    x: { extent: [0, count], isHidden: true },
    y: { extent: [count, 0], isHidden: true },
    marks: [
      ...SHADE_LOOKS.map((look, i) => {
        const mine = shaded.get(i + 1) ?? [];
        return cells(
          mine.map(({ cell }) => cell),
          { look, air: 1 },
        );
      }),
      special(() => svg`${signsAcross(signs, pitch, left, 12)}${down}`),
    ],
  });
}

function strongest(signs: readonly string[], after: readonly (readonly number[])[]): string {
  const rows = after.map((row, last) => ({ last, row, most: Math.max(...row), all: sum(row) }));
  const often = rows.filter(({ all }) => all >= 8);
  const best = greatest(often, ({ most, all }) => most / all);
  if (!best) return 'The rows differ.';
  const { last, row, most, all } = best;
  return `The rows differ: there is a pattern. After ${nameOf(signs[last])}, for one, came ${nameOf(signs[row.indexOf(most)])} in ${number(most)} of ${number(all)} cases.`;
}
