/** The language of these words, and how it writes numbers. */
export const LANGUAGE = {
  /** Its tag, as in `lang`. */
  tag: 'en',
  /** Between thousands. */
  group: ',',
  /** Before decimals. */
  point: '.',
} as const;
