/** Writes a hand-in as the text of a file that can be read again. */
import { bytesOf } from './digest.ts';
import { LARGEST, type HandIn } from './hand-in.ts';
import { receiptOf } from './receipt.ts';

/** What an entry takes in the file besides: six lines three levels in, a comma and a line’s end. */
const INDENTED = 20;

/** A hand-in that has no receipt yet. */
export type Unsigned = Omit<HandIn, 'receipt'>;

/** The hand-in with its receipt; where it would be too long, the oldest entries of its log are counted and not kept. */
export function signed(unsigned: Unsigned): HandIn {
  let rest = unsigned;
  for (;;) {
    const handIn = { ...rest, receipt: receiptOf(rest) };
    const excess = bytesOf(handInText(handIn)) - LARGEST;
    if (excess <= 0 || rest.log.entries.length === 0) return handIn;
    rest = { ...rest, log: withoutOldest(rest.log, excess) };
  }
}

function withoutOldest({ before, entries }: HandIn['log'], excess: number): HandIn['log'] {
  let gone = 0;
  let from = 0;
  for (; from < entries.length && gone < excess; from += 1) {
    gone += bytesOf(JSON.stringify(entries[from], null, 1)) + INDENTED;
  }
  const last = entries[from - 1]?.link ?? before.link;
  return { before: { count: before.count + from, link: last }, entries: entries.slice(from) };
}

/** The text of the file: in lines, so that a person can read it. */
export function handInText(handIn: HandIn): string {
  return `${JSON.stringify(handIn, null, 1)}\n`;
}

/** Whether the file is small enough to be taken: long answers may leave no room. */
export const fits = (handIn: HandIn): boolean => bytesOf(handInText(handIn)) <= LARGEST;
