/** Twenty mails to decide: how they are drawn, and how the decisions are read and counted. */
import { seeded } from '#kit/numbers';
import type { Bag } from '../../shared/logistic/ridge.ts';
import type { Desk, Reader } from './outcome.ts';

/** Mails of each kind on the desk, where the filter flags so many. */
const OF_EACH = 10;

/** Reads decisions in the order of the mails: `a` accepts the advice, `o` overrides it. */
export function readDecisions(text: string): string {
  if (!/^[ao]{0,20}$/.test(text))
    throw new Error(
      'a for each email that is accepted and o for each that is overridden, up to 20',
    );
  return text;
}

/** A mail on the desk. */
export interface OnDesk {
  readonly bag: Bag;
  readonly isSpam: boolean;
  readonly isExplained: boolean;
}

/** Ten of the spams and ten of the newsletters that are flagged, half of each with an explanation, in a mixed order. */
export function drawTwenty(
  spam: readonly Bag[],
  newsletters: readonly Bag[],
  seed: number,
): readonly OnDesk[] {
  const count = Math.min(OF_EACH, spam.length, newsletters.length);
  const some = (bags: readonly Bag[], isSpam: boolean): OnDesk[] =>
    Array.from(seeded(seed, isSpam ? 'desk: spam' : 'desk: newsletters').order(bags.length))
      .slice(0, count)
      .map((row, i) => ({ bag: bags[row] as Bag, isSpam, isExplained: i < Math.ceil(count / 2) }));
  const all = [...some(spam, true), ...some(newsletters, false)];
  return Array.from(seeded(seed, 'desk').order(all.length), (i) => all[i] as OnDesk);
}

/** What a reader's decisions are worth, as far as they go. */
export function countDecisions(desk: Desk, decisions: string): Reader {
  const made = desk.slice(0, decisions.length).map((mail, i) => {
    const isOverridden = decisions[i] === 'o';
    return { ...mail, isOverridden, isRight: isOverridden !== mail.isSpam };
  });
  const tally = (mails: typeof made) => ({
    right: mails.filter(({ isRight }) => isRight).length,
    of: mails.length,
  });
  return {
    decisions: made.map(({ isOverridden }) => (isOverridden ? 'o' : 'a')),
    decided: made.length,
    overrides: made.filter(({ isOverridden }) => isOverridden).length,
    right: tally(made).right,
    explained: tally(made.filter(({ isExplained }) => isExplained)),
    plain: tally(made.filter(({ isExplained }) => !isExplained)),
  };
}
