/** What is said to a committed prediction while its run is on its way, and when the run has answered. */
export const ANSWERS = {
  saidNumber: (guess: string, run: string) => `You said ${guess}; this run says ${run}.`,
  skippedNumber: (run: string) => `This run says ${run}.`,
  saidCurve: (mean: string, at: string, most: string) =>
    `Your line was ${mean} away on average, furthest at ${at}: ${most}.`,
  skippedCurve: 'The curve is drawn in the experiment.',
  waiting: (guess: string) => `You said ${guess}. The experiment is running.`,
  waitingCurve: 'Your line is kept. The experiment is running.',
  waitingSkipped: 'The experiment is running.',
  queued: 'Your prediction is kept. The experiment answers the one before it first.',
  kept: (guess: string) => `You said ${guess}.`,
  keptCurve: 'Your line is kept.',
  none: (why: string) => `This run has no value: ${why}.`,
} as const;
