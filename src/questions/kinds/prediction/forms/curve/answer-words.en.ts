/** What a curve says to a drawn line, in words. */
export const LINE_ANSWERS = {
  said: (mean: string, at: string, most: string) =>
    `Your line was ${mean} away on average, furthest at ${at}: ${most}.`,
  skipped: 'The curve is drawn in the experiment.',
  kept: 'Your line is kept.',
} as const;
