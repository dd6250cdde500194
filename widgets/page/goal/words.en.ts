/** What an experiment says of a goal that is worked on with it. */
export const GOAL_STRIP = {
  label: 'Goal',
  /** The way back; the second part stands where there is room. */
  back: ['Back', ' to the question'],
  close: 'Close',
  begins: (conditions: readonly string[]) => `Goal: ${conditions.join('; ')}.`,
  stands: (conditions: readonly string[]) => `Goal now: ${conditions.join('; ')}.`,
} as const;
