/** What a verdict says. */
export const VERDICTS = {
  right: 'Right.',
  partly: 'Partly right.',
  notYet: 'Not yet.',
  looksElse: 'Try once more, one step at a time.',
} as const;
