/** Judges a matching: each entry of one list is given one of another. */
import { idsIn, type Answer } from '../../judge/answers.ts';
import {
  judged,
  unread,
  type AnswerKey,
  type KnownMistake,
  type Verdict,
} from '../../judge/verdict.ts';
import { MATCHED } from '#words/src/tasks/kinds/match/words';
import { VERDICTS } from '#words/src/tasks/judge/words';

interface Left {
  readonly id: string;
  /** What is right for it; several where more than one can be defended. */
  readonly right: readonly string[];
  /** What whoever gives it something else is told, where that pair has no words of its own. */
  readonly feedback: string;
  /** Said when all pairs are right. */
  readonly why?: string | undefined;
}

/** What a matching is judged by. */
export interface MatchingKey extends AnswerKey {
  readonly kind: 'match';
  readonly left: readonly Left[];
  readonly right: readonly string[];
  readonly wrong: readonly (KnownMistake & { readonly left: string; readonly right: string })[];
}

/** A pair as an answer names it. */
export const pairOf = (left: string, right: string): string => `${left}:${right}`;

/** The id under which it is said why an entry is right. */
export const whyOf = (left: string): string => `${left}-why`;

/** What was given to each on the left; of two for one the first. */
function pairsIn({ left, right }: MatchingKey, answer: Answer): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const one of idsIn(answer)) {
    const [from = '', to = '', ...more] = one.split(':');
    const isPair = more.length === 0 && left.some(({ id }) => id === from) && right.includes(to);
    if (isPair && !pairs.has(from)) pairs.set(from, to);
  }
  return pairs;
}

/**
 * Judges a list of `left:right`: every right pair earns its share, a missing one nothing, and a wrong one takes nothing back.
 * Of wrong pairs each is told its own; where all are right it is said why.
 */
export function checkMatching(key: MatchingKey, answer: Answer): Verdict {
  const { left, wrong } = key;
  const pairs = pairsIn(key, answer);
  if (pairs.size === 0) return unread(MATCHED.nothing);
  const missed = left.filter(
    ({ id, right }) => pairs.has(id) && !right.includes(pairs.get(id) ?? ''),
  );
  const open = left.length - pairs.size;
  if (missed.length + open === 0) {
    const told = left.filter(({ why }) => why !== undefined);
    const why = told.map((one) => one.why).join(' ');
    return judged(
      1,
      why || VERDICTS.right,
      told.map(({ id }) => whyOf(id)),
    );
  }
  const told = missed.map(
    ({ id, feedback }) =>
      wrong.find((one) => one.left === id && one.right === pairs.get(id)) ?? { id, feedback },
  );
  const hits = pairs.size - missed.length;
  const says = [
    MATCHED.some(hits, left.length),
    ...(open > 0 ? [MATCHED.open(open)] : []),
    ...new Set(told.map(({ feedback }) => feedback)),
  ];
  const about = told.map(({ id }) => id);
  return { ...judged(hits / left.length, says.join(' '), about), first: says[0] ?? '' };
}

/** The same in a lesson, where nobody is told of some before all have been thought about. */
export function check(key: MatchingKey, answer: Answer): Verdict {
  const open = key.left.length - pairsIn(key, answer).size;
  return open > 0 ? unread(MATCHED.open(open)) : checkMatching(key, answer);
}
