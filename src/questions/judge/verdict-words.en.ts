/** What a verdict says. */
export const VERDICTS = {
  right: 'Right.',
  partly: 'Partly right.',
  notYet: 'Not this one.',
  looksElse: 'That is not it yet. Try once more, from the definition or with the experiment.',
} as const;
