/** What is said to a committed prediction while its run is on its way, and when the run has answered. */
export const ANSWERS = {
  saidNumber: (guess: string, run: string) => `You said ${guess}; this run says ${run}.`,
  skippedNumber: (run: string) => `This run says ${run}.`,
  running: 'The experiment is running.',
  queued: 'Your prediction is kept. The experiment answers the one before it first.',
  kept: (guess: string) => `You said ${guess}.`,
  none: (why: string) => `This run has no value: ${why}.`,
} as const;
