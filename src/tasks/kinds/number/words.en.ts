/** What only a number question says to a reader. */

/** The label of its field. */
export const YOUR_ANSWER = 'Your answer';
/** To which side a wrong number lies. */
export const TOO = { large: 'That is too large.', small: 'That is too small.' } as const;
/** The way to the run that gives the number, after a wrong one. */
export const SHOW_RUN = 'Run it in the experiment';

/** Asks back when the right time stands there in another unit. */
export const WHICH_TIME = (unit: string, text: string, other: string): string =>
  `Do you mean ${text} ${unit} or ${text} ${other}? Write the unit with it.`;
