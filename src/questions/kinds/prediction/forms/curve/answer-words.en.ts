/** What a curve says to a drawn line, in words. */
export const LINE_ANSWERS = {
  said: (mean: string, at: string, most: string) =>
    `Your line was ${mean} away on average, furthest at ${at}: ${most}.`,
  skipped: 'The curve is drawn above.',
  kept: 'Your line is kept.',
  panel: (y: string, x: string) => `Your line and the one that was run: ${y} against ${x}`,
  mine: 'yours',
  truth: 'as run',
  here: (value: string) => `run: ${value}`,
} as const;
