/** Writes a hand-in as the text of a file that can be read again. */
import { bytesOf } from './digest.ts';
import { LARGEST, type Submission } from './submission.ts';
import { receiptOf } from './receipt.ts';

/** What an entry takes in the file besides: six lines three levels in, a comma and a line’s end. */
const INDENTED = 20;

/** A hand-in that has no receipt yet. */
export type Unsigned = Omit<Submission, 'receipt'>;

/** The hand-in with its receipt; where it would be too long, the oldest entries of its log are counted and not kept. */
export function signed(unsigned: Unsigned): Submission {
  let rest = unsigned;
  for (;;) {
    const submission = { ...rest, receipt: receiptOf(rest) };
    const excess = bytesOf(submissionText(submission)) - LARGEST;
    if (excess <= 0 || rest.log.entries.length === 0) return submission;
    rest = { ...rest, log: withoutOldest(rest.log, excess) };
  }
}

function withoutOldest({ before, entries }: Submission['log'], excess: number): Submission['log'] {
  let gone = 0;
  let from = 0;
  for (; from < entries.length && gone < excess; from += 1) {
    gone += bytesOf(JSON.stringify(entries[from], null, 1)) + INDENTED;
  }
  const last = entries[from - 1]?.link ?? before.link;
  return { before: { count: before.count + from, link: last }, entries: entries.slice(from) };
}

/** The text of the file: in lines, so that a person can read it. */
export function submissionText(submission: Submission): string {
  return `${JSON.stringify(submission, null, 1)}\n`;
}

/** Whether the file is small enough to be taken: long answers may leave no room. */
export const fits = (submission: Submission): boolean =>
  bytesOf(submissionText(submission)) <= LARGEST;
