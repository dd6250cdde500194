/** The filter in a sentence and as a table, and its reasons. */
import type { Rows } from '#kit/contract';
import { number, perCent, percent, plain } from '#kit/draw';
import { listed, named } from './names.ts';
import { flaggedOf, homeOf, type DeskMail, type Kind, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

/** What each kind of mail is called. */
export const CALLED: Readonly<Record<Kind, string>> = {
  genuine: 'the office’s genuine mail',
  spam: 'the office’s spam',
  newsletters: 'genuine newsletters',
  laterSpam: 'later spam',
};

/** The takeaway: newsletters beside the office’s mail. */
export function say(_: TrustSettings, outcome: TrustOutcome): string {
  const { right, of } = homeOf(outcome);
  const ofHundred = (kind: Kind): string =>
    number((100 * flaggedOf(outcome, kind)) / outcome.groups[kind].count);
  return `The filter gets ${percent(right / of)} of the office’s mail right. Of 100 genuine newsletters it flags ${ofHundred('newsletters')} as spam, and of 100 emails of later spam ${ofHundred('laterSpam')}.`;
}

/** Each kind of mail, with how many are flagged. */
export function tabulate(_: TrustSettings, outcome: TrustOutcome): Rows {
  return {
    caption: `What is flagged above log-odds of ${plain(outcome.threshold)}`,
    head: ['email', 'judged', 'flagged', 'share'],
    rows: (Object.keys(CALLED) as Kind[]).map((kind) => {
      const { count } = outcome.groups[kind];
      const flagged = flaggedOf(outcome, kind);
      return [CALLED[kind], count, flagged, perCent(flagged / count)];
    }),
  };
}

/** The explanation beside a mail, or that there is none. */
export function why(
  { explanations }: TrustSettings,
  { isExplained, heavy, free }: DeskMail,
): string {
  if (explanations === 'none' || !isExplained) return 'no reason given';
  if (explanations === 'counterfactual') {
    return free ? `would pass without: ${listed(free)}` : 'no words would free it';
  }
  const weights = heavy.map(
    ([word, weight]) => `${named(word)} ${weight < 0 ? '−' : '+'}${number(Math.abs(weight), 1)}`,
  );
  return weights.join(', ');
}
