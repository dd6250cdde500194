/** Pretended students at a match, and what is true of what they give. */
import type { MatchItem, MatchItemKey } from '../../../src/tasks/kinds/match/item.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** All right pairs; a known wrong one among them, or any other; or some left open. */
function give({
  item: { left, right },
  key,
  seed,
  isRight,
  random,
}: Asked<MatchItem, MatchItemKey>): readonly string[] {
  const own: Record<string, string | undefined> = firstOf(key, seed);
  const given = (): readonly string[] =>
    left.flatMap((from) => (own[from] === undefined ? [] : [`${from}:${own[from]}`]));
  if (isRight) return given();
  const known = key.wrong.filter((one) => own[one.left] !== one.right);
  const betrayed = known[random.whole(known.length)];
  const at = left[random.whole(left.length)] ?? '';
  const way = random.uniform();
  if (way < 0.5 && betrayed) own[betrayed.left] = betrayed.right;
  else if (way < 0.8)
    own[at] = right.filter((to) => to !== own[at])[random.whole(right.length - 1)] ?? '';
  else own[at] = undefined;
  return given();
}

/** By counting: a share for each right pair, and the first wrong one that is known, in the order given. */
function share({
  key,
  seed,
  handed: { answer },
}: HandedIn<MatchItem, MatchItemKey>): Share | undefined {
  const right = key.answers[seed];
  if (!Array.isArray(answer) || answer.length === 0 || !right) return undefined;
  const pairs = (answer as readonly string[]).map((one) => one.split(':'));
  const missed = pairs.filter(([from = '', to = '']) => ![right[from]].flat().includes(to));
  const known = missed.flatMap(([from, to]) =>
    key.wrong.filter((one) => one.left === from && one.right === to),
  );
  const part = (pairs.length - missed.length) / Object.keys(right).length;
  return { share: part, ...(known[0] && { wrong: known[0].id }) };
}

/** Of several that can be defended the first. */
const firstOf = ({ answers }: MatchItemKey, seed: number): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(answers[seed] ?? {}).map(([from, to]) => [from, [to].flat()[0]]),
  );

export const PRETENDS: Pretends<MatchItem, MatchItemKey> = { give, share };
