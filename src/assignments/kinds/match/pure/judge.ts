/** Judges pairs by the student’s own variant: each right one counts its share. */
import { GRADES } from '#words/src/assignments/pure/grade/words';
import { MATCHED } from '#words/src/assignments/kinds/match/pure/words';
import { VERDICTS } from '#words/src/questions/judge/verdict-words';
import type { MatchItem, MatchItemKey } from '../../../pure/format/assignment.ts';
import { done, unsure, type ItemJudge, type Judged } from '../../../pure/grade/judging.ts';
import type { Given } from '../../../pure/hand-in/hand-in.ts';

/** A pair as it is handed in. */
export const pairOf = (left: string, right: string): string => `${left}:${right}`;

/** The ids of both lists. */
type Lists = Pick<MatchItem, 'left' | 'right'>;

/** What was given to each on the left; of two entries for one the first. */
function pairsIn({ left, right }: Lists, answer: Given): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const one of Array.isArray(answer) ? (answer as readonly string[]) : []) {
    const [from = '', to = '', ...more] = one.split(':');
    const isPair = more.length === 0 && left.includes(from) && right.includes(to);
    if (isPair && !pairs.has(from)) pairs.set(from, to);
  }
  return pairs;
}

/** Judges pairs in a variant. */
export function judgePairs(lists: Lists, key: MatchItemKey, seed: number, given: Given): Judged {
  const answer = Object.hasOwn(key.answers, seed) ? key.answers[seed] : undefined;
  if (!answer) return unsure(GRADES.noKey);
  const pairs = [...pairsIn(lists, given)];
  if (pairs.length === 0) return { state: 'unreadable', credit: 0, says: MATCHED.nothing };
  const missed = pairs.filter(([left, right]) => answer[left] !== right);
  const told = missed.map(([left, right]) => {
    const known = key.wrong.find((one) => one.left === left && one.right === right);
    return { id: known?.id, says: known?.feedback ?? key.otherwise[left] ?? '' };
  });
  const of = lists.left.length;
  const hits = pairs.length - missed.length;
  const says = [
    hits === of ? VERDICTS.right : MATCHED.some(hits, of),
    ...(pairs.length < of ? [MATCHED.left(of - pairs.length)] : []),
    ...new Set(told.map((one) => one.says)),
  ];
  return done(hits / of, says.join(' '), told.find(({ id }) => id !== undefined)?.id);
}

export const MATCH_JUDGE: ItemJudge<MatchItem, MatchItemKey> = {
  judge: ({ item, key, seed, handed }) => judgePairs(item, key, seed, handed.answer),
  decides: (_item, { answers, wrong, otherwise }, seed) => ({
    answer: answers[seed],
    wrong: [wrong, otherwise],
  }),
};
