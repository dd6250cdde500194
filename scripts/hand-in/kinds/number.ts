/** Pretended students who type a number, and what is true of it. */
import type { NumberItem, NumberItemKey, Numbers } from '../../../src/tasks/kinds/number/item.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** The right number as a person would round it, or one of the known wrong ones, or one that nobody knows. */
function give({ numbers, isRight, random }: Asked<NumberItem, NumberItemKey>): string {
  // Whoever was wrong before goes on with that.
  const { right, wrong } = numbers ?? { right: 1, wrong: {} };
  if (isRight) return String(Number(right.toPrecision(5)));
  const all = Object.values(wrong);
  const known = all[random.whole(all.length)];
  return String(
    Number((random.uniform() < 0.8 && known !== undefined ? known : right * 3.7).toPrecision(5)),
  );
}

/** By subtracting. */
function share({
  key,
  handed: { answer },
  numbers = {},
}: HandedIn<NumberItem, NumberItemKey>): Share | undefined {
  if (typeof answer !== 'string' || answer === '') return undefined;
  const plain = numbers.right ?? { right: Number.NaN, wrong: {} };
  const carried = numbers.own ?? plain;
  const isNear = (to: number): boolean =>
    Math.abs(Number(answer) - to) <=
    Math.max(key.tolerance.absolute ?? 0, (key.tolerance.relative ?? 0) * Math.abs(to));
  if (isNear(plain.right) || isNear(carried.right)) return { share: 1 };
  const knownBy = ({ wrong }: Numbers) =>
    key.wrong.find(({ id }) => isNear(wrong[id] ?? Number.NaN));
  const known = knownBy(plain) ?? knownBy(carried);
  return { share: 0, ...(known && { wrong: known.id }) };
}

export const PRETENDS: Pretends<NumberItem, NumberItemKey> = { give, share };
