/** The data sets on the chart: a sign for what was counted, names where there is room, one line for the set looked at. */
import { descending } from 'd3-array';
import type { Mark } from '#kit/draw';
import { dots, labelAt, svg, words } from '#kit/draw';
import type { Known, ShownDataSet } from './model.ts';
import { params } from './params.ts';
import { day, described, great } from './say.ts';
import type { SizeKind } from './sets.ts';

/** What was counted: its sign, and its words. */
const KINDS: Readonly<Record<SizeKind, readonly [sign: number, words: string]>> = {
  words: [1, 'words'],
  tokens: [0, 'tokens'],
  estimate: [2, 'tokens, estimated'],
  mixed: [3, 'tokens, with images'],
};
/** Sets that the text speaks of, those that matter most last. */
const TOLD =
  'Llama 3, T5, Chinchilla, GPT-2, Llama 4 Scout, GPT-3, GPT-1, BERT, One Billion Word'.split(', ');

/** A name without what stands in brackets, and without what a chart has no room for. */
const brief = ({ name }: ShownDataSet): string =>
  name.replace(/ \(.*\)$/, '').replace(' Benchmark', '');

/**
 * Every set, by its name if that has a place; what is known of it shows at the foot while it is pointed at. Sets that were not
 * known in the first state wait for a prediction about them.
 */
export function setsOf({ settings, outcome }: Known, isWide: boolean): readonly Mark[] {
  const weight = (set: ShownDataSet): number =>
    set.number === settings.point ? Infinity : TOLD.indexOf(brief(set));
  const sets = outcome.shown.toSorted((one, other) => descending(weight(one), weight(other)));
  return sets.map((set, i) => {
    const { year, size, date, kind, isIn } = set;
    const isChosen = set.number === settings.point;
    const counted = kind === 'words' ? 'words' : 'tokens';
    const told = isWide
      ? described(set)
      : `${brief(set)}, ${day(date).replace(/^\d+ /, '')}: ${great(size)} ${counted}`;
    const dot = dots([[year, size]], {
      ...{ sign: KINDS[kind][0], look: `point${isIn ? '' : ' out'}` },
      // The first so many have names.
      ...{ words: i < (isWide ? 10 : 8) && brief(set), say: 'soft words' },
      waits: year >= params.to.default + 1,
    });
    return {
      ...dot,
      still: dot.draw,
      draw: (on) =>
        svg`${dot.draw(on)}<text class="tip${isChosen && ' chosen'}" x="0" y="${on.floor + 56}">${told}</text>`,
    };
  });
}

/** What the signs on the chart mean. */
export function keysOf({ outcome: { shown } }: Known): readonly Mark[] {
  return Object.entries(KINDS)
    .filter(([kind]) => shown.some((set) => set.kind === kind))
    .map(([, [sign, key]]) => dots([], { sign, look: 'point', key }));
}

/** A ring round the set looked at, or how to look at one. */
export function lookedAt({ settings, outcome }: Known, isWide: boolean): Mark {
  const chosen = outcome.shown.find((set) => set.number === settings.point);
  if (chosen) return dots([[chosen.year, chosen.size]], { r: 9, look: 'run-line', twice: false });
  return words(
    isWide ? 'Point at a set, or choose one under More settings' : 'Touch a set to read what it is',
    ({ floor }, text) => [labelAt(text, 0, floor + 56)],
    { say: 'soft hint edit-hint' },
  );
}
