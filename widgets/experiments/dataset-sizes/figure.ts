/** The chart: sizes against dates, on a logarithmic or a straight scale, names where there is room, and the line through a span. */
import { descending } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Extent, Mark } from '#kit/draw';
import { area, byHandles, chart, clamped, dots, drawing, handle, labelAt, line } from '#kit/draw';
import { number, rule, special, svg, words } from '#kit/draw';
import type { Known, SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, params, type SizesSettings } from './params.ts';
import { factor, great } from './say.ts';
import { described, inShort, KINDS, TOLD, type DataSet } from './sets.ts';
import { bandOf, endOf, lineOn, sizesOf } from './trend.ts';

/** Draws the chart for a page or a phone; `then` is what was known at an earlier moment, on the axes of the whole run. */
export function draw(
  settings: SizesSettings,
  outcome: SizesOutcome,
  view: View<SizesSettings, SizesOutcome>,
  then?: Known,
): Drawing {
  const whole = { settings, outcome };
  const run = then ?? whole;
  const { from, to, scale } = run.settings;
  const { shown, count } = run.outcome;
  const isWide = view.layout === 'wide';
  const drawn = chart<SizesSettings, SizesOutcome>({
    title: 'What language models learned from',
    // Below the axis stands what is known of a set.
    ...{ view, run, height: { wide: 396, narrow: 320 }, right: 12, foot: 68 },
    x: {
      extent: [FIRST_YEAR, Math.max(LAST_YEAR, settings.until) + 1],
      ...{ label: 'published', ticks: { wide: 8, narrow: 4 }, format: String, keep: 'x' },
    },
    y: {
      ...{ extent: sizesOf(whole), isLog: scale === 'log', keep: scale, ticks: 4 },
      ...{ label: 'words or tokens', format: (size) => (size === 0 ? '0' : great(size)) },
    },
    marks: (one, { y: { domain } }) => [
      ...Object.entries(KINDS).map(
        ([kind, how]) =>
          outcome.shown.some((set) => set.kind === kind) && dots([], { ...how, look: 'sure' }),
      ),
      ...[from, to + 1].map((x) => from <= to && rule({ x }, { look: 'run-line thin' })),
      ...trendOf(one, domain),
      ...covered(whole, domain),
      ...setsOf(run, isWide),
      // While the years are played, the span is in no hand.
      ...(then || from > to ? [] : endsOf(run.settings, domain[0])),
      ...lookedAt(run, isWide),
    ],
  });
  const label = `${number(shown.length)} data sets by date and size, on a ${scale === 'log' ? 'logarithmic' : 'straight'} scale; the line goes through the ${number(count)} of ${from} to ${Math.floor(to)}. The table lists them all.`;
  return drawing(drawn, label);
}

/** The line of a run with its band, dashed where it is carried on, its end, and how fast it rises. */
function trendOf({ settings, outcome: { line: trend, forecast } }: Known, sizes: Extent) {
  if (!trend) return [];
  const { from, to, until } = settings;
  const { value } = forecast;
  const late = { waits: true, still: true };
  const end = endOf(settings);
  // Names keep off the line as it stands at the end.
  const path = (to: number, look: string, twice: boolean): Mark =>
    special(line(lineOn(trend, from, to, sizes), { look }).draw, { twice, ...late });
  return [
    trend.give !== null && clamped(area(bandOf(trend, from, end), late)),
    path(end, 'run-line carried', true),
    path(to + 1, 'run-line', false),
    typeof value === 'number' &&
      clamped(
        dots([[until + 0.5, value]], {
          words: `${until}: ${great(value)}${value > sizes[1] ? ' ↑' : ''}`,
          ...{ r: 4, twice: false, say: 'run', must: true, ...late },
        }),
      ),
    words(
      `${factor(Math.exp(trend.slope))} a year`,
      ({ left, top }, text) => [16, 36, 56].map((down) => labelAt(text, left + 12, top + down)),
      { say: 'run', waits: true },
    ),
  ];
}

/** What words keep off: the sets and the line of the whole run, so that names stay where they are while the years are played. */
function covered({ settings, outcome: { shown, line: trend } }: Known, sizes: Extent): Mark[] {
  return [
    dots(shown.map(({ year, size }) => [year, size])),
    line(trend ? lineOn(trend, settings.from, endOf(settings), sizes) : []),
  ].map((mark) => ({ ...mark, draw: () => svg`` }));
}

/** Every set, its name where that has a place, and at the foot what is known of it while it is pointed at; those not known at first wait. */
function setsOf({ settings, outcome: { shown } }: Known, isWide: boolean): Mark[] {
  const weight = (set: DataSet): number =>
    set.number === settings.point ? Infinity : TOLD.indexOf(inShort(set));
  const sets = shown.toSorted((one, other) => descending(weight(one), weight(other)));
  return sets.map((set, i) => {
    const dot = dots([[set.year, set.size]], {
      ...{ sign: KINDS[set.kind].sign, look: `point ${set.isIn ? 'sure' : 'before'}` },
      // The first so many have names.
      ...{ words: i < (isWide ? 10 : 8) && inShort(set), say: 'soft words' },
      waits: set.year >= params.to.default + 1,
    });
    const told = described(set, great(set.size), isWide);
    const draw: Mark['draw'] = (on) =>
      svg`${dot.draw(on)}<text class="tip" y="${on.floor + 56}">${told}</text>`;
    return { ...dot, still: dot.draw, draw };
  });
}

/** The set looked at, in a ring and with what is known of it; or how to look at one. */
function lookedAt({ settings, outcome: { shown } }: Known, isWide: boolean): Mark[] {
  const set = shown.find(({ number }) => number === settings.point);
  const told = set
    ? described(set, great(set.size), isWide)
    : 'Point at a set, or choose one under More settings';
  const say = set ? 'hint' : 'soft hint edit-hint';
  return [
    dots(set ? [[set.year, set.size]] : [], { r: 9, look: 'run-line', twice: false }),
    words(told, ({ floor }) => [labelAt(told, 0, floor + 56)], { say }),
  ];
}

/** What is taken hold of at the two ends. The first year is set after the prediction, and so is its end moved. */
function endsOf({ from, to }: SizesSettings, across: number): Mark[] {
  const how = { along: 'x', across, dot: true, keys: '← → move it, ↑ ↓ other' } as const;
  return [
    handle({
      ...{ ...how, sets: 'to', param: { min: from, max: LAST_YEAR }, value: to, at: to + 1 },
      ...{ name: 'last year of the span', told: String(to), hint: 'drag the ends' },
    }),
    handle({
      ...{ ...how, sets: 'from', param: { min: FIRST_YEAR, max: to }, value: from, at: from },
      ...{ name: 'first year of the span', told: String(from), waits: true, isOther: true },
    }),
  ];
}

/** An end is taken to the nearest turn of a year, and never past the other one; by a key from one to the next. */
export const edit = byHandles<typeof params, SizesOutcome>(
  params,
  'to',
  (at, { from, to }, name) => (name === 'to' ? Math.max(at - 1, from) : Math.min(at, to)),
);
