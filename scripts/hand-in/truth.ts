/**
 * What a grader should find, by plain arithmetic: another way to the same verdicts, which knows nothing of the grader’s own.
 */
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import type { ClaimItem } from '../../src/tasks/kinds/claim/item.ts';
import type { Numbers } from '../../src/tasks/kinds/number/item.ts';
import type { ReachItem } from '../../src/tasks/kinds/reach/item.ts';
import type { Item, ItemKey } from '../../src/tasks/tables/item.ts';
import type { HandedItem } from '../../src/tasks/sets/pure/submission/submission.ts';
import { challengeShare } from './kinds/challenge.ts';
import { claimShare } from './kinds/claim.ts';
import { codeShare } from './kinds/code.ts';
import { matchShare } from './kinds/match.ts';
import { textShare } from './kinds/text.ts';
import { outsideShare } from './kinds/outside.ts';
import { drawn, goalIn, settingsIn } from '../../src/tasks/sets/pure/variants/variant.ts';

export interface ItemTruth {
  readonly state: string;
  readonly points: number;
  readonly wrong?: string;
}

/**
 * What is true of an item that was handed in, in the variant that is the student’s own; `measuresOf` gives an honest run, `numbers` what
 * follows from the right answers before and from the student’s own.
 */
export function truthOf(
  item: Item,
  key: ItemKey,
  seed: number,
  handed: HandedItem | undefined,
  measuresOf: (settings: AnySettings) => Measured | undefined,
  numbers: { readonly right?: Numbers | undefined; readonly own?: Numbers | undefined } = {},
): ItemTruth {
  const nothing = { state: 'missing', points: 0 };
  if (!handed) return nothing;
  const { answer, runs } = handed;
  if (item.kind === 'number' && key.kind === 'number') {
    if (typeof answer !== 'string' || answer === '') return nothing;
    const plain = numbers.right ?? { right: Number.NaN, wrong: {} };
    const carried = numbers.own ?? plain;
    const isNear = (to: number): boolean =>
      Math.abs(Number(answer) - to) <=
      Math.max(key.tolerance.absolute ?? 0, (key.tolerance.relative ?? 0) * Math.abs(to));
    if (isNear(plain.right) || isNear(carried.right)) return paid(item, handed, 1);
    const knownBy = ({ wrong }: Numbers) =>
      key.wrong.find(({ id }) => isNear(wrong[id] ?? Number.NaN));
    const known = knownBy(plain) ?? knownBy(carried);
    return { ...paid(item, handed, 0), ...(known && { wrong: known.id }) };
  }
  if (item.kind === 'choice' && key.kind === 'choice') {
    if (!Array.isArray(answer) || answer.length === 0) return nothing;
    const right = new Set(key.answers[seed] as readonly string[]);
    const bad = item.options.filter((id) => answer.includes(id) && !right.has(id));
    const good = item.options.filter((id) => answer.includes(id) && right.has(id));
    const share = item.many
      ? Math.max(0, good.length - bad.length) / right.size
      : Number(bad.length === 0);
    return { ...paid(item, handed, share), ...(bad[0] !== undefined && { wrong: bad[0] }) };
  }
  if (key.kind === 'match') {
    const found = matchShare(key, seed, answer);
    if (!found) return nothing;
    const { share, ...wrong } = found;
    return { ...paid(item, handed, share), ...wrong };
  }
  if (item.kind === 'challenge' && key.kind === 'challenge') {
    const found = challengeShare(item, key, seed, answer);
    if (!found) return nothing;
    const { share, ...wrong } = found;
    return { ...paid(item, handed, share), ...wrong };
  }
  if (item.kind === 'text' && key.kind === 'text') {
    const found = textShare(item, key, seed, answer);
    if (found === 'to-read') return { ...paid(item, handed, 0), state: 'unverified' };
    if (!found) return nothing;
    const { share, ...wrong } = found;
    return { ...paid(item, handed, share), ...wrong };
  }
  if (item.kind === 'claim' && key.kind === 'claim') {
    const found = claimShare(item, key, handed, measuresOf);
    if (!found) return nothing;
    // A copied claim cites runs of another variant: they count for nothing, and its numbers belong to none.
    if (!runs.some(({ settings }) => isOwn(item, seed, settings)))
      return { state: 'unreadable', points: 0 };
    return { ...paid(item, handed, found.share), state: 'unverified' };
  }
  if (item.kind === 'code' && key.kind === 'code') {
    const found = codeShare(item, key, seed, answer);
    if (!found) return nothing;
    const { share, ...wrong } = found;
    return { ...paid(item, handed, share), ...wrong };
  }
  if (item.kind === 'outside' && key.kind === 'outside') {
    const found = outsideShare(item, key, seed, answer);
    if (!found) return nothing;
    const { share, ...more } = found;
    return { ...paid(item, handed, share), ...more };
  }
  const [run] = runs;
  if (item.kind !== 'reach' || !run) return nothing;
  const values = drawn(item, seed);
  if (!isOwn(item, seed, run.settings)) return { state: 'unverified', points: 0 };
  const measures = measuresOf(run.settings) ?? {};
  const all = Object.entries(goalIn(item, values)).map(
    ([name, { atLeast = -Infinity, atMost = Infinity, above = -Infinity, below = Infinity }]) => {
      const value = measures[name] ?? Number.NaN;
      return value >= atLeast && value <= atMost && value > above && value < below;
    },
  );
  return paid(item, handed, all.filter(Boolean).length / all.length);
}

/** Whether a run leaves alone what the student’s variant holds fixed. */
function isOwn(item: ReachItem | ClaimItem, seed: number, settings: AnySettings): boolean {
  const start = settingsIn(item.start, drawn(item, seed));
  const free = [...item.vary, 'seed'];
  return Object.keys(start).every((name) => free.includes(name) || start[name] === settings[name]);
}

function paid({ points, hints }: Item, { hints: opened }: HandedItem, share: number): ItemTruth {
  const state = share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong';
  let cost = 0;
  for (let i = 0; i < opened; i += 1) cost += hints[i] ?? 0;
  return { state, points: Math.max(0, share * points - cost) };
}
