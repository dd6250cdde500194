/** The data sets on the chart: a shape for what was counted, names where there is room, one line for the set looked at. */
import { short, svg, type Markup } from '../../kit/draw/markup.ts';
import {
  fits,
  meet,
  placed,
  type Box,
  type LabelBox,
  type Plot,
  type Taken,
} from './figure-places.ts';
import type { ShownDataSet, SizesOutcome } from './model.ts';
import type { SizesSettings } from './params.ts';
import { day, described, great } from './say.ts';
import type { SizeKind } from './sets.ts';

/** Outlines around a place; those with an inner part are rings. */
const SHAPES: Readonly<Record<SizeKind, (x: string, y: string) => string>> = {
  tokens: (x, y) => `M${x} ${y}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`,
  words: (x, y) => `M${x} ${y}m-4.5 -4.5h9v9h-9z`,
  estimate: (x, y) =>
    `M${x} ${y}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M${x} ${y}m-3 0a3 3 0 1 1 6 0a3 3 0 1 1 -6 0`,
  mixed: (x, y) => `M${x} ${y}m0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z`,
};

const KEY: readonly (readonly [SizeKind, string, string])[] = [
  ['words', 'words', 'words'],
  ['tokens', 'tokens', 'tokens'],
  ['estimate', 'tokens, estimated', 'estimated'],
  ['mixed', 'tokens, with images and video', 'with images'],
];

/** What the shapes on the chart mean, in a row above it. */
export function key({ layout }: Plot, { shown }: SizesOutcome): Markup {
  const wide = layout === 'wide';
  const used = KEY.filter(([kind]) => shown.some((set) => set.kind === kind));
  let x = 6;
  return svg`<g class="key">${used.map(([kind, long, brief]) => {
    const name = wide ? long : brief;
    const at = x;
    x += name.length * 6.2 + (wide ? 36 : 30);
    return svg`<path class="point" d="${SHAPES[kind](short(at), '10')}"/><text class="soft" x="${at + 11}" y="14">${name}</text>`;
  })}</g>`;
}

/** Every set with what is known of it, which shows at the foot while it is pointed at; names of those with room. */
export function points(
  settings: SizesSettings,
  { shown }: SizesOutcome,
  plot: Plot,
  taken: Taken,
): Markup {
  const chosen = shown.find((set) => set.number === settings.point);
  const foot = plot.y.range[0] + 56;
  const hint =
    plot.layout === 'wide'
      ? 'Point at a set, or choose one under More settings.'
      : 'Touch a set to read here what it is.';
  return svg`${names(shown, chosen, plot, taken)}${shown.map(
    (set) => svg`${mark(set, plot)}${tip(set, set === chosen, foot, plot)}`,
  )}${chosen ? ring(chosen, plot) : svg`<text class="soft hint" x="0" y="${foot}">${hint}</text>`}`;
}

/** The marks of the sets, without a word. */
export function marksOf({ shown }: SizesOutcome, plot: Plot): Markup {
  return svg`${shown.map((set) => mark(set, plot))}`;
}

function mark(set: ShownDataSet, plot: Plot): Markup {
  return svg`<path class="point${set.when === 'in' ? '' : ' out'}" d="${shapeOf(set, plot)}"/>`;
}

function shapeOf(set: ShownDataSet, { x, y }: Plot): string {
  return SHAPES[set.kind](short(x(set.year)), short(y(set.size)));
}

function ring(set: ShownDataSet, { x, y }: Plot): Markup {
  return svg`<circle class="run-line" cx="${x(set.year)}" cy="${y(set.size)}" r="9"/>`;
}

function tip(set: ShownDataSet, isChosen: boolean, foot: number, plot: Plot): Markup {
  const words =
    plot.layout === 'wide'
      ? described(set)
      : `${brief(set)}, ${day(set.date).replace(/^\d+ /, '')}: ${great(set.size)} ${set.kind === 'words' ? 'words' : 'tokens'}`;
  return svg`<text class="tip${isChosen ? ' chosen' : ''}" x="0" y="${foot}">${words}</text>`;
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

function names(
  shown: readonly ShownDataSet[],
  chosen: ShownDataSet | undefined,
  plot: Plot,
  taken: Taken,
): Markup {
  const rank = (set: ShownDataSet): number =>
    set === chosen ? -1 : (TOLD.indexOf(set.name) + TOLD.length + 1) % (TOLD.length + 1);
  const most = plot.layout === 'wide' ? 10 : 7;
  const words: Box[] = [...taken.words];
  const drawn: Markup[] = [];
  for (const set of [...shown].sort((a, b) => rank(a) - rank(b))) {
    if (drawn.length === most) break;
    const places = placesFor(set, taken.marks, plot);
    const free = [...taken.marks, ...words];
    const place =
      places.find(({ box }) => fits(box, [...free, ...taken.line], plot)) ??
      (rank(set) < ALWAYS ? places.find(({ box }) => fits(box, free, plot)) : undefined);
    if (!place) continue;
    words.push(place.box);
    drawn.push(
      svg`<text class="soft words" x="${place.x}" y="${place.y}" text-anchor="${place.anchor}">${brief(set)}</text>`,
    );
  }
  return svg`${drawn}`;
}

/** Right of the mark or left of it; above, below or askew only where no other mark could be meant. */
function placesFor(set: ShownDataSet, marks: readonly Box[], plot: Plot): readonly LabelBox[] {
  const [x, y] = [plot.x(set.year), plot.y(set.size)];
  const name = brief(set);
  const beside = [
    placed(name, x + 11, y + 4, 'start', plot),
    placed(name, x - 11, y + 4, 'end', plot),
  ];
  const others = [
    placed(name, x, y - 12, 'middle', plot),
    placed(name, x, y + 22, 'middle', plot),
    placed(name, x + 4, y + 22, 'start', plot),
    placed(name, x + 4, y - 12, 'start', plot),
    placed(name, x - 4, y - 12, 'end', plot),
  ];
  const lonely = ({ box }: LabelBox): boolean => {
    const around = {
      left: box.left - 8,
      right: box.right + 8,
      top: box.top - 10,
      bottom: box.bottom + 10,
    };
    return marks.filter((mark) => meet(around, mark)).length <= 1;
  };
  return [...beside, ...others.filter(lonely)];
}
