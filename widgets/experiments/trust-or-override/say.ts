/** The filter in a sentence and as a table, and its reasons. */
import type { Rows } from '#kit/contract';
import { hundredths, number, perCent, percent, plain } from '#kit/draw';
import { named } from './names.ts';
import type { Kind } from './mails.ts';
import { homeOf, shareOf, stepOf, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';
import type { DeskMail } from './twenty.ts';

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
  const [letters, spam] = [shareOf(outcome, 'newsletters'), shareOf(outcome, 'laterSpam')];
  return `The filter gets ${percent(right / of)} of the office’s mail right. Of 100 genuine newsletters it flags ${hundredths(letters)} as spam, and of 100 emails of later spam ${hundredths(spam)}.`;
}

/** Each kind of mail, with how many are flagged. */
export function tabulate(_: TrustSettings, outcome: TrustOutcome): Rows {
  return {
    caption: `What is flagged above log-odds of ${plain(outcome.threshold)}`,
    head: ['email', 'judged', 'flagged', 'share'],
    rows: (Object.keys(CALLED) as Kind[]).map((kind) => {
      const { count } = outcome.groups[kind];
      return [CALLED[kind], count, stepOf(outcome, kind).flagged, perCent(shareOf(outcome, kind))];
    }),
  };
}

/** The explanation beside a mail, or that there is none. */
export function why({ explanations }: TrustSettings, mail: DeskMail): string {
  const { isExplained, heavy, free } = mail;
  if (explanations === 'none' || !isExplained) return 'no reason given';
  if (explanations === 'counterfactual')
    return free ? `would pass without: ${free.map(named).join(', ')}` : 'no words would free it';
  const added = (weight: number): string =>
    `${weight < 0 ? '−' : '+'}${number(Math.abs(weight), 1)}`;
  return heavy.map(([word, weight]) => `${named(word)} ${added(weight)}`).join(', ');
}
