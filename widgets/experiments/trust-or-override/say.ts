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

/** A count as so many of a hundred. */
const ofHundred = (part: number, whole: number): string => number((100 * part) / whole);

/** The takeaway: newsletters beside the office's mail, or how the reader decides. */
export function say(_: TrustSettings, outcome: TrustOutcome): string {
  return outcome.isAtDesk ? sayDesk(outcome) : sayFilter(outcome);
}

function sayFilter(outcome: TrustOutcome): string {
  const { right, of } = homeOf(outcome);
  const { newsletters, laterSpam } = outcome.groups;
  const letters = ofHundred(flaggedOf(outcome, 'newsletters'), newsletters.count);
  const later = ofHundred(flaggedOf(outcome, 'laterSpam'), laterSpam.count);
  return `The filter gets ${percent(right / of)} of the office’s mail right. Of 100 genuine newsletters it flags ${letters} as spam, and of 100 emails of later spam ${later}.`;
}

function sayDesk({ desk, reader }: TrustOutcome): string {
  const spam = desk.filter(({ isSpam }) => isSpam).length;
  if (desk.length === 0) return 'The filter flags no newsletters, so there is nothing to decide.';
  if (reader.decided === 0) {
    return `The filter calls all ${number(desk.length)} emails spam; ${number(spam)} are, and the others are genuine newsletters. Which?`;
  }
  if (reader.decided < desk.length) {
    return `${number(reader.decided)} of ${number(desk.length)} decided, ${number(reader.overrides)} of them overridden. Which were right is told after the last.`;
  }
  const { explained, plain } = reader;
  return `You decided ${number(reader.right)} of ${number(desk.length)} rightly: ${number(explained.right)} of ${number(explained.of)} with an explanation beside them and ${number(plain.right)} of ${number(plain.of)} without. Accepting every one would have been right ${number(spam)} times.`;
}

/** Each kind of mail, with how many are flagged; or every mail on the desk. */
export function tabulate(settings: TrustSettings, outcome: TrustOutcome): Rows {
  if (outcome.isAtDesk) return tabulateDesk(settings, outcome);
  const kinds = Object.keys(CALLED) as Kind[];
  return {
    caption: `What is flagged above log-odds of ${plain(outcome.threshold)}`,
    head: ['email', 'judged', 'flagged', 'share'],
    rows: kinds.map((kind) => {
      const { count } = outcome.groups[kind];
      const flagged = flaggedOf(outcome, kind);
      return [CALLED[kind], count, flagged, perCent(flagged / count)];
    }),
  };
}

function tabulateDesk(settings: TrustSettings, outcome: TrustOutcome): Rows {
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
}
