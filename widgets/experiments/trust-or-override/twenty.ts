/** Twenty mails to decide: how they are drawn, and how the decisions are counted. */
import type { Bag } from '../../shared/logistic/ridge.ts';
import { mixed } from './mails.ts';
import type { Decision, DeskMail, Reader } from './outcome.ts';

/** Mails of each kind on the desk, where the filter flags so many. */
const OF_EACH = 10;

/** A mail on the desk. */
export type OnDesk = Pick<DeskMail, 'isSpam' | 'isExplained'> & { readonly bag: Bag };

/** Ten of the spams and ten of the newsletters that are flagged, half of each with an explanation, in a mixed order. */
export function drawTwenty(
  spam: readonly Bag[],
  newsletters: readonly Bag[],
  seed: number,
): readonly OnDesk[] {
  const count = Math.min(OF_EACH, spam.length, newsletters.length);
  const some = (bags: readonly Bag[], isSpam: boolean): OnDesk[] =>
    mixed(bags, seed, isSpam ? 'desk: spam' : 'desk: newsletters')
      .slice(0, count)
      .map((bag, i) => ({ bag, isSpam, isExplained: i < Math.ceil(count / 2) }));
  return mixed([...some(spam, true), ...some(newsletters, false)], seed, 'desk');
}

/** What a reader's decisions are worth, as far as they go. */
export function countDecisions(desk: readonly DeskMail[], decisions: string): Reader {
  const made = desk.slice(0, decisions.length).map(({ isSpam, isExplained }, i) => {
    const decision: Decision = decisions[i] === 'o' ? 'o' : 'a';
    return { decision, isExplained, isRight: (decision === 'a') === isSpam };
  });
  const tally = (mails: typeof made) => ({
    right: mails.filter(({ isRight }) => isRight).length,
    of: mails.length,
  });
  return {
    decisions: made.map(({ decision }) => decision),
    decided: made.length,
    overrides: made.filter(({ decision }) => decision === 'o').length,
    right: tally(made).right,
    explained: tally(made.filter(({ isExplained }) => isExplained)),
    plain: tally(made.filter(({ isExplained }) => !isExplained)),
  };
}
