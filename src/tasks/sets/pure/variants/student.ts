/** Who a student is, as far as an assignment asks: what they typed once, and the one form in which it is compared. */

/** What a student has typed. */
export interface Student {
  readonly name: string;
  readonly number: string;
}

/** The longest name and number. */
export const LONGEST_NAME = 120;
export const LONGEST_NUMBER = 40;

/**
 * A student’s number in the form in which numbers are compared; empty where it holds neither letter nor digit. Signs and
 * spaces between do not count, nor whether letters are large, nor zeros before a number: spreadsheets drop them.
 */
export function normalised(number: string): string {
  const bare = number
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return /^\d+$/.test(bare) ? bare.replace(/^0+(?=\d)/, '') : bare;
}
