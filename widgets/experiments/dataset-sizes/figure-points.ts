/** The data sets on the chart: a shape for what was counted, names where there is room, one line for the set looked at. */
import { firstFree, labelAt, labelled, meet } from '../../kit/draw/labels.ts';
import type { Box, LabelBox } from '../../kit/draw/labels.ts';
import { legend } from '../../kit/draw/legend.ts';
import { short, svg, type Markup } from '../../kit/draw/markup.ts';
import type { Part } from '../../kit/draw/part.ts';
import { signAt } from '../../kit/draw/symbols.ts';
import type { Chart } from './figure.ts';
import type { ShownDataSet } from './model.ts';
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
export function key({ isWide, width, outcome: { shown } }: Chart): Part {
  const kinds = Object.keys(KINDS) as SizeKind[];
  const used = kinds.filter((kind) => shown.some((set) => set.kind === kind));
  const entries = used.map((kind) => ({
    words: KINDS[kind][isWide ? 1 : 2],
    swatch: (x: number, y: number) => svg`<path class="point" d="${shape(kind, x, y)}"/>`,
  }));
  return legend(entries, width + 14);
}

/** Every set with what is known of it, which shows at the foot while it is pointed at; names of those with room. */
export function points(chart: Chart, line: readonly Box[]): Markup {
  const { isWide, x, y, settings, outcome } = chart;
  const chosen = outcome.shown.find((set) => set.number === settings.point);
  const foot = y.range[0] + 56;
  const hint = isWide
    ? 'Point at a set, or choose one under More settings.'
    : 'Touch a set to read here what it is.';
  const tipped = outcome.shown.map(
    (set) =>
      svg`${mark(set, chart)}<text class="tip${set === chosen && ' chosen'}" x="0" y="${foot}">${isWide ? described(set) : inShort(set)}</text>`,
  );
  return svg`${names(chosen, chart, line)}${tipped}${
    chosen
      ? svg`<circle class="run-line" cx="${x(chosen.year)}" cy="${y(chosen.size)}" r="9"/>`
      : svg`<text class="soft hint" x="0" y="${foot}">${hint}</text>`
  }`;
}

/** The marks of the sets, without a word. */
export function marksOf(chart: Chart): Markup {
  return svg`${chart.outcome.shown.map((set) => mark(set, chart))}`;
}

function mark({ kind, when, year, size }: ShownDataSet, { x, y }: Chart): Markup {
  const outline = shape(kind, Number(short(x(year))), Number(short(y(size))));
  return svg`<path class="point${when !== 'in' && ' out'}" d="${outline}"/>`;
}

function inShort(set: ShownDataSet): string {
  const counted = set.kind === 'words' ? 'words' : 'tokens';
  return `${brief(set)}, ${day(set.date).replace(/^\d+ /, '')}: ${great(set.size)} ${counted}`;
}

/** A name without what stands in brackets, and without what a chart has no room for. */
function brief(set: ShownDataSet): string {
  return set.name.replace(/ \(.*\)$/, '').replace(' Benchmark', '');
}

/** Sets that the text speaks of come first; where names would meet, the later one is left out. */
const TOLD = [
  'GPT-3 (corpus)',
  'One Billion Word Benchmark',
  'Llama 4 Scout',
  'BERT (BooksCorpus + Wikipedia)',
  'GPT-2 (WebText)',
  'Chinchilla',
  'T5 (C4)',
  'Llama 3',
  'GPT-1 (BooksCorpus)',
];

/** The first so many of them are named even where the line runs through their name. */
const ALWAYS = 3;

function names(chosen: ShownDataSet | undefined, chart: Chart, line: readonly Box[]): Markup {
  const { inside, marks, words, isWide, outcome } = chart;
  const rank = (set: ShownDataSet): number =>
    set === chosen ? -1 : (TOLD.indexOf(set.name) + TOLD.length + 1) % (TOLD.length + 1);
  const named: LabelBox[] = [];
  for (const set of outcome.shown.toSorted((a, b) => rank(a) - rank(b))) {
    const places = placesFor(set, chart);
    const taken = [...marks, ...words, ...named];
    const place =
      firstFree(places, inside, [...taken, ...line]) ??
      (rank(set) < ALWAYS ? firstFree(places, inside, taken) : undefined);
    if (place) named.push(place);
  }
  return svg`${named.slice(0, isWide ? 10 : 7).map((place) => labelled(place, 'soft words'))}`;
}

/** Right of the mark or left of it; above, below or askew only where no other mark could be meant. */
function placesFor(set: ShownDataSet, { x, y, marks }: Chart): readonly LabelBox[] {
  const at = (dx: number, dy: number, anchor: LabelBox['anchor']): LabelBox =>
    labelAt(brief(set), x(set.year) + dx, y(set.size) + dy, anchor);
  const middle = [at(0, -12, 'middle'), at(0, 22, 'middle')];
  const askew = [at(4, 22, 'start'), at(4, -12, 'start'), at(-4, -12, 'end')];
  const lonely = ({ left, right, top, bottom }: LabelBox): boolean => {
    const around = { left: left - 8, right: right + 8, top: top - 10, bottom: bottom + 10 };
    return marks.filter((one) => meet(around, one)).length <= 1;
  };
  return [at(11, 4, 'start'), at(-11, 4, 'end'), ...[...middle, ...askew].filter(lonely)];
}
