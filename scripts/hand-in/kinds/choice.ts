/** Pretended students who pick options, and what is true of them. */
import type { ChoiceItem, ChoiceItemKey } from '../../../src/tasks/kinds/choice/item.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** All right options; some of them; or a wrong one besides. */
function give({
  item: { options, many },
  key,
  seed,
  isRight,
  random,
}: Asked<ChoiceItem, ChoiceItemKey>): readonly string[] {
  const right = key.answers[seed] ?? [];
  if (isRight) return options.filter((id) => right.includes(id));
  const others = options.filter((id) => !right.includes(id));
  const bad = others[random.whole(others.length)] ?? '';
  if (!many) return [bad];
  const some = random.uniform() < 0.5 ? right.slice(0, -1) : [...right.slice(0, 1), bad];
  return options.filter((id) => some.includes(id));
}

/** By counting. */
function share({
  item,
  key,
  seed,
  handed: { answer },
}: HandedIn<ChoiceItem, ChoiceItemKey>): Share | undefined {
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const right = new Set(key.answers[seed]);
  const picked = item.options.filter((id) => answer.includes(id));
  const bad = picked.filter((id) => !right.has(id));
  const good = picked.length - bad.length;
  return {
    share: item.many ? Math.max(0, good - bad.length) / right.size : Number(bad.length === 0),
    ...(bad[0] !== undefined && { wrong: bad[0] }),
  };
}

export const PRETENDS: Pretends<ChoiceItem, ChoiceItemKey> = { give, share };
