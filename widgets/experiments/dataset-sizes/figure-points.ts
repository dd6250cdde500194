/** The data sets on the chart: a shape for what was counted, names where there is room, one line for the set looked at. */
import type { Box, Ground, LabelBox, Mark, Markup } from '#kit/draw';
import { besideDots, labelled, later, short, signAt, special, svg } from '#kit/draw';
import { insideOf, lineBoxes } from './figure-trend.ts';
import type { Known, ShownDataSet } from './model.ts';
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

/** The mark of a kind; an estimate is a ring. */
function shape(kind: SizeKind, x: number, y: number, look = 'point'): Markup {
  // The hole runs the other way round.
  const hole = kind === 'estimate' && `M${x} ${y}m-3 0a3 3 0 1 1 6 0a3 3 0 1 1 -6 0`;
  return svg`<path class="${look}" d="${signAt(KINDS[kind][0], x, y, 5)}${hole}"/>`;
}

/** What the shapes on the chart mean. */
export function keys({ outcome: { shown } }: Known, isWide: boolean): readonly Mark[] {
  const kinds = Object.keys(KINDS) as SizeKind[];
  const used = kinds.filter((kind) => shown.some((set) => set.kind === kind));
  return used.map((kind) =>
    special(() => svg``, {
      key: { words: KINDS[kind][isWide ? 1 : 2], swatch: (x, y) => shape(kind, x, y) },
    }),
  );
}

/** A set’s name at its place. */
interface Named extends LabelBox {
  readonly number: number;
}

/**
 * Every set; beside `words` with its name, if that has a place, and what is known of it, which shows at the foot while it is
 * pointed at. Sets that were not known in the first state wait for a prediction about them.
 */
export function setsOf(
  { settings, outcome: { shown } }: Known,
  { x, y, floor, layout }: Ground,
  words?: { readonly names: readonly Named[]; readonly hasEnds: boolean },
): Markup {
  const isWide = layout === 'wide';
  const chosen = shown.find((set) => set.number === settings.point);
  const one = (set: ShownDataSet): Markup => {
    const place = [x(set.year), y(set.size)].map((at) => Number(short(at))) as [number, number];
    const mark = shape(set.kind, ...place, `point${set.isIn ? '' : ' out'}`);
    if (!words) return mark;
    const name = words.names.find((named) => named.number === set.number);
    return svg`${name && labelled(name, 'soft words')}${mark}<text class="tip${set === chosen && ' chosen'}" x="0" y="${floor + 56}">${isWide ? described(set) : inShort(set)}</text>`;
  };
  const isEarly = ({ year }: ShownDataSet): boolean => year < params.to.default + 1;
  const late = shown.filter((set) => !isEarly(set)).map(one);
  const look = isWide
    ? 'Point at a set, or choose one under More settings'
    : 'Touch a set to read what it is';
  const drag =
    words?.hasEnds &&
    svg`<tspan class="edit-hint">; drag the ends${isWide && ' of the span'}</tspan>`;
  const focus = chosen
    ? svg`<circle class="run-line" cx="${x(chosen.year)}" cy="${y(chosen.size)}" r="9"/>`
    : svg`<text class="soft hint" x="0" y="${floor + 56}">${look}${drag}</text>`;
  return svg`${shown.filter(isEarly).map(one)}${late.length > 0 && (words ? later(late) : late)}${words && focus}`;
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
export function namesOf(run: Known, on: Ground, words: readonly Box[]): readonly Named[] {
  const { settings, outcome } = run;
  const weight = (set: ShownDataSet): number =>
    set.number === settings.point ? Infinity : TOLD.indexOf(brief(set));
  const sets = outcome.shown.toSorted((a, b) => weight(b) - weight(a));
  const dots = sets.map((set) => ({
    name: brief(set),
    x: on.x(set.year),
    y: on.y(set.size),
    isBold: weight(set) >= ALWAYS,
  }));
  const places = besideDots(dots, insideOf(on), words, lineBoxes(run, on));
  const named = sets.flatMap(({ number }, i) => (places[i] ? [{ ...places[i], number }] : []));
  return named.slice(0, on.layout === 'wide' ? 10 : 7);
}
