/** What is said to a committed prediction while its run is on its way, and when the run has answered. */
export const ANSWERS = {
  saidNumber: (guess: string, run: string) => `You said ${guess}; this run says ${run}.`,
  skippedNumber: (run: string) => `This run says ${run}.`,
  running: 'The experiment is running.',
  queued: 'Your prediction is kept. The experiment answers the one before it first.',
  kept: (guess: string) => `You said ${guess}.`,
  see: 'See it in the experiment',
  wait: 'The answer will stand here. You can read on meanwhile.',
  mine: (guess: string) => `you: ${guess}`,
  truth: (run: string) => `the run: ${run}`,
  none: (why: string) => `This run has no value: ${why}.`,
} as const;
