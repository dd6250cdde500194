/** Pretended students at a goal, and what is true of the run at which they end. */
import type { ReachItem, ReachItemKey } from '../../../src/tasks/kinds/reach/item.ts';
import { drawn, goalIn, settingsIn } from '../../../src/tasks/sets/pure/variants/variant.ts';
import type { HandedIn, Pretends, Runner, Share } from './contract.ts';
import { isOwn } from './own.ts';

/** Settings that meet it, or those that the experiment starts with. */
function runs({ item, key, seed, student }: Runner<ReachItem, ReachItemKey>) {
  const start = settingsIn(item.start, drawn(item, seed));
  const solved = key.answers[seed];
  // A stream of its own: what a student does elsewhere must not move it.
  const isRight = Number.parseInt(student.number, 10) % 100 < student.skill * 100;
  return [isRight && solved ? { ...start, ...solved } : start];
}

/** By comparing. */
function share({
  item,
  seed,
  handed,
  measuresOf,
}: HandedIn<ReachItem, ReachItemKey>): Share | undefined {
  const [run] = handed.runs;
  if (!run) return undefined;
  if (!isOwn(item, seed, run.settings)) return { share: 0, state: 'unverified' };
  const measures = measuresOf(run.settings) ?? {};
  const all = Object.entries(goalIn(item, drawn(item, seed))).map(
    ([name, { atLeast = -Infinity, atMost = Infinity, above = -Infinity, below = Infinity }]) => {
      const value = measures[name] ?? Number.NaN;
      return value >= atLeast && value <= atMost && value > above && value < below;
    },
  );
  const share = all.filter(Boolean).length / all.length;
  return { share: item.whole ? Math.floor(share) : share };
}

export const PRETENDS: Pretends<ReachItem, ReachItemKey> = { runs, share };
