/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, percent, perCent, plain } from '#kit/draw';
import { contents, verdict, why } from './board.ts';
import { flaggedOf, homeOf, type Kind, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

/** What each kind of mail is called. */
export const CALLED: Readonly<Record<Kind, string>> = {
  genuine: 'the office’s genuine mail',
  spam: 'the office’s spam',
  newsletters: 'genuine newsletters',
  laterSpam: 'later spam',
};

/** The takeaway: newsletters beside the office’s mail, or how the reader decides. */
export function say(_: TrustSettings, outcome: TrustOutcome): string {
  if (outcome.isAtDesk) return sayDesk(outcome);
  const { right, of } = homeOf(outcome);
  const ofHundred = (kind: Kind): string =>
    number((100 * flaggedOf(outcome, kind)) / outcome.groups[kind].count);
  return `The filter gets ${percent(right / of)} of the office’s mail right. Of 100 genuine newsletters it flags ${ofHundred('newsletters')} as spam, and of 100 emails of later spam ${ofHundred('laterSpam')}.`;
}

function sayDesk({
  desk,
  reader: { decided, overrides, right, explained, plain },
}: TrustOutcome): string {
  const [all, spam] = [number(desk.length), number(desk.filter(({ isSpam }) => isSpam).length)];
  if (desk.length === 0) return 'The filter flags no newsletters, so there is nothing to decide.';
  if (decided === 0)
    return `The filter calls all ${all} emails spam; ${spam} are, and the others are genuine newsletters. Which?`;
  if (decided < desk.length)
    return `${number(decided)} of ${all} decided, ${number(overrides)} of them overridden. Which were right is told after the last.`;
  return `You decided ${number(right)} of ${all} rightly: ${number(explained.right)} of ${number(explained.of)} with an explanation beside them and ${number(plain.right)} of ${number(plain.of)} without. Accepting every one would have been right ${spam} times.`;
}

/** Each kind of mail, with how many are flagged; or every mail on the desk. */
export function tabulate(settings: TrustSettings, outcome: TrustOutcome): Rows {
  if (outcome.isAtDesk)
    return {
      caption: 'The emails on the desk; what they were is told after the last decision',
      head: ['email', 'what is in it', 'why flagged', 'decision'],
      rows: outcome.desk.map((mail, i) => [
        String(i + 1),
        contents(mail),
        why(settings, mail),
        verdict(outcome, i),
      ]),
    };
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
