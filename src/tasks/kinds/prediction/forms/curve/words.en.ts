/** What a curve says to a drawn line, in words. */
export const LINE_ANSWERS = {
  said: (mean: string, at: string, most: string) =>
    `Your line was ${mean} off on average, and furthest off with ${at}: ${most}.`,
  at: (label: string, value: string) => `${label} at ${value}`,
  /** Between shares lie points, not per cent. */
  points: 'points',
  skipped: 'The curve is drawn above.',
  kept: 'Your line is kept.',
  panel: (y: string, x: string) => `Your line and the one that was run: ${y} against ${x}`,
  mine: 'yours',
  truth: 'as run',
  here: (value: string) => `run: ${value}`,
} as const;

/** What is said to a line before it is committed. */

export const LINES = {
  point: (x: string, y: string, choose: string) => `At ${x} your line says ${y}. ${choose}`,
  draw: 'Draw a value at every point first.',
  missing: (n: number) => `Your line has no value yet at ${n} point${n === 1 ? '' : 's'}.`,
} as const;
