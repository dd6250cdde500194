/** What only a short text says. */

export const TEXT_LABELS = {
  answer: 'Your answer',
  longest: (n: number) => `At most ${n} characters. What no rule decides is read by a person.`,
} as const;

export const TEXTS = {
  nothing: 'Write something: there is no word in it.',
  long: (most: number) => `It is longer than ${most} characters, so somebody has to read it.`,
  toRead: 'No rule decides it, so somebody has to read it.',
} as const;
