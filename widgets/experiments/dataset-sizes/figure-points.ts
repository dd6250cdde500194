/** The data sets on the chart: a shape for what was counted, names where there is room, one line for the set looked at. */
import type { Box, LabelBox, Markup, Part } from '#kit/draw';
import { besideDots, labelled, later, legend, short, signAt, svg } from '#kit/draw';
import type { Chart } from './figure-chart.ts';
import { lineBoxes } from './figure-trend.ts';
import type { ShownDataSet } from './model.ts';
import { params } from './params.ts';
import { day, described, great } from './say.ts';
import type { SizeKind } from './sets.ts';

/** What was counted: its sign, and its words on a page and on a phone. */
const KINDS: Readonly<Record<SizeKind, readonly [sign: number, wide: string, narrow: string]>> = {
  words: [1, 'words', 'words'],
  tokens: [0, 'tokens', 'tokens'],
  estimate: [0, 'tokens, estimated', 'estimated'],
  mixed: [3, 'tokens, with images and video', 'with images'],
};

/** The outline of a set's mark; an estimate is a ring. */
function shape(kind: SizeKind, x: number, y: number): string {
  const outline = signAt(KINDS[kind][0], x, y, 5);
  // The hole runs the other way round.
  return kind === 'estimate' ? `${outline}M${x} ${y}m-3 0a3 3 0 1 1 6 0a3 3 0 1 1 -6 0` : outline;
}

/** What the shapes on the chart mean, in a row above it. */
export function key({ isWide, spec, outcome: { shown } }: Chart): Part {
  const kinds = Object.keys(KINDS) as SizeKind[];
  const used = kinds.filter((kind) => shown.some((set) => set.kind === kind));
  const entries = used.map((kind) => ({
    words: KINDS[kind][isWide ? 1 : 2],
    swatch: (x: number, y: number) => svg`<path class="point" d="${shape(kind, x, y)}"/>`,
  }));
  return legend(entries, spec.width + 14);
}

/** The mark of a set, without a word. */
export function mark({ kind, isIn, year, size }: ShownDataSet, { x, y }: Chart): Markup {
  const outline = shape(kind, Number(short(x(year))), Number(short(y(size))));
  return svg`<path class="point${!isIn && ' out'}" d="${outline}"/>`;
}

/** A set's name at its place. */
interface Named extends LabelBox {
  readonly number: number;
}

/**
 * Every set with its name, if that has a place, and what is known of it, which shows at the foot while it is pointed at.
 * Sets that were not known in the first state wait for a prediction about them.
 */
export function points(chart: Chart, names: readonly Named[], hasEnds: boolean): Markup {
  const { isWide, x, y, floor, settings, outcome } = chart;
  const chosen = outcome.shown.find((set) => set.number === settings.point);
  const keys =
    hasEnds && svg`<tspan class="key-hint">← → move this end, ↑ ↓ lead to the other</tspan>`;
  const one = (set: ShownDataSet): Markup => {
    const name = names.find((named) => named.number === set.number);
    const told = isWide ? described(set) : inShort(set);
    const known = set === chosen ? svg`<tspan>${told}</tspan>${keys}` : told;
    return svg`${name && labelled(name, 'soft words')}${mark(set, chart)}<text class="tip${set === chosen && ' chosen'}" x="0" y="${floor + 56}">${known}</text>`;
  };
  const isEarly = ({ year }: ShownDataSet): boolean => year < params.to.default + 1;
  const early = outcome.shown.filter(isEarly).map(one);
  const late = outcome.shown.filter((set) => !isEarly(set)).map(one);
  const look = isWide
    ? 'Point at a set, or choose one under More settings'
    : 'Touch a set to read what it is';
  const hint = `${look}${hasEnds ? `; drag ${isWide ? 'the ends of the span' : 'the ends'}` : ''}`;
  return svg`${early}${late.length > 0 && later(late)}${
    chosen
      ? svg`<circle class="run-line" cx="${x(chosen.year)}" cy="${y(chosen.size)}" r="9"/>`
      : svg`<text class="soft hint" x="0" y="${floor + 56}"><tspan>${hint}</tspan>${keys}</text>`
  }`;
}

function inShort(set: ShownDataSet): string {
  const counted = set.kind === 'words' ? 'words' : 'tokens';
  return `${brief(set)}, ${day(set.date).replace(/^\d+ /, '')}: ${great(set.size)} ${counted}`;
}

/** A name without what stands in brackets, and without what a chart has no room for. */
function brief(set: ShownDataSet): string {
  return set.name.replace(/ \(.*\)$/, '').replace(' Benchmark', '');
}

/** Sets that the text speaks of, those that matter most last. */
const TOLD =
  'GPT-1, Llama 3, T5, Chinchilla, GPT-2, BERT, Llama 4 Scout, One Billion Word, GPT-3'.split(', ');
/** From here on, a set is named even where the line runs through its name. */
const ALWAYS = TOLD.length - 3;

/** Sets with the names that find room: that of the set looked at, then what the text speaks of, then the rest. */
export function namesOf(chart: Chart, words: readonly Box[]): readonly Named[] {
  const { x, y, inside, isWide, outcome, settings } = chart;
  const weight = (set: ShownDataSet): number =>
    set.number === settings.point ? Infinity : TOLD.indexOf(brief(set));
  const sets = outcome.shown.toSorted((a, b) => weight(b) - weight(a));
  const dots = sets.map((set) => {
    const isBold = weight(set) >= ALWAYS;
    return { name: brief(set), x: x(set.year), y: y(set.size), isBold };
  });
  const places = besideDots(dots, inside, words, lineBoxes(chart));
  const named = sets.flatMap(({ number }, i) => (places[i] ? [{ ...places[i], number }] : []));
  return named.slice(0, isWide ? 10 : 7);
}
