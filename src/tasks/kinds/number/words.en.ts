/** What only a number question says to a reader. */

/** The label of its field. */
export const YOUR_ANSWER = 'Your answer';

/** Asks back when the right time stands there in another unit. */
export const WHICH_TIME = (unit: string, text: string, other: string): string =>
  `Do you mean ${text} ${unit} or ${text} ${other}? Write the unit with it.`;
