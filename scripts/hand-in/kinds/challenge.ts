/** Pretended students at a challenge, and what is true of what they name. */
import type { ChallengeItem, ChallengeItemKey } from '../../../src/tasks/kinds/challenge/item.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** The bad ones, of images or of rows; or two of them alone; or a few of them among many others. */
function give({
  item: { places },
  key: { answers },
  seed,
  isRight,
  random,
}: Asked<ChallengeItem, ChallengeItemKey>): readonly string[] {
  const way = random.uniform() < 0.7 ? 'images' : 'table';
  const bad = answers[seed]?.[way] ?? [];
  const numbers = isRight
    ? bad
    : random.uniform() < 0.5
      ? bad.slice(0, 2)
      : Array.from({ length: places }, (_, i) => i + 1).filter((one) => one % 2 === 0);
  return [way, ...numbers.map(String)];
}

/** By counting hits: all where both bounds hold, half where both are half held, else nothing. */
function share({
  item: { precision, recall },
  key: { answers },
  seed,
  handed: { answer },
}: HandedIn<ChallengeItem, ChallengeItemKey>): Share | undefined {
  if (!Array.isArray(answer) || answer.length < 2) return undefined;
  const [way, ...numbers] = answer as readonly string[];
  const bad = new Set(
    (way === 'table' ? answers[seed]?.table : answers[seed]?.images)?.map(String),
  );
  let hits = 0;
  for (const one of numbers) if (bad.has(one)) hits += 1;
  const isClean = hits >= precision * numbers.length;
  const isWhole = hits >= recall * bad.size;
  if (isClean && isWhole) return { share: 1 };
  const isHalf = 2 * hits >= numbers.length && 2 * hits >= bad.size;
  return { share: isHalf ? 0.5 : 0, wrong: isClean ? 'too-few' : 'too-many' };
}

export const PRETENDS: Pretends<ChallengeItem, ChallengeItemKey> = { give, share };
