/** Twenty mails to decide: how they are drawn, and how the decisions are counted. */
import { sum } from 'd3-array';
import type { Bag } from '../../shared/logistic/ridge.ts';
import { mixed, type Labelled } from './mails.ts';

/** Mails of each kind on the desk, where the filter flags so many. */
const OF_EACH = 10;

/** A mail on the desk. */
export interface OnDesk extends Labelled {
  readonly isExplained: boolean;
}

/** The same as it may be shown. */
export interface DeskMail extends Omit<OnDesk, 'bag'> {
  /** Its words: HTML and money first, then the rarest. */
  readonly words: readonly string[];
  /** The heaviest words for spam and, where there is one, the heaviest against it. */
  readonly heavy: readonly (readonly [word: string, weight: number])[];
  /** The fewest words without which it would be let through; `null` where no words would do. */
  readonly free: readonly string[] | null;
}

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

/** What a reader's decisions are worth as far as they go: `a` accepts the advice, `o` overrides it. */
export function countDecisions(desk: readonly DeskMail[], text: string) {
  const made = desk.slice(0, text.length);
  const decisions = made.map((_, i) => (text[i] === 'o' ? 'o' : 'a'));
  const rightOf = (isCounted: (mail: DeskMail) => boolean) => ({
    right: sum(made, (mail, i) => +(isCounted(mail) && (decisions[i] === 'a') === mail.isSpam)),
    of: made.filter(isCounted).length,
  });
  return {
    decisions,
    decided: made.length,
    overrides: decisions.filter((one) => one === 'o').length,
    right: rightOf(() => true).right,
    explained: rightOf(({ isExplained }) => isExplained),
    plain: rightOf(({ isExplained }) => !isExplained),
  };
}
export type Reader = ReturnType<typeof countDecisions>;
