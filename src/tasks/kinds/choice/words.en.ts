/** What only a choice says to a reader. */

/** What stands over its options. */
export const CHOICE_LABELS = {
  chooseOne: 'Choose one',
  chooseMany: 'Choose all that apply',
} as const;

/** What a verdict says. */
export const CHOICES = {
  pick: 'Choose an answer first.',
  missedSome: 'What you chose is right, and there is more to find.',
} as const;
