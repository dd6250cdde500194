/** What a verdict says. */
export const VERDICTS = {
  right: 'Right.',
  partly: 'Partly right.',
  notYet: 'Not yet.',
  looksElse: 'Try once more, from the definition or with the experiment.',
} as const;
