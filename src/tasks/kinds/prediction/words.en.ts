/** What only a prediction says to a reader. */

/** What stands in its field and on its buttons. */
export const PREDICTION_LABELS = {
  yourPrediction: 'Your prediction',
  commit: 'Commit and see',
  skip: 'Skip the prediction',
  compare: 'Run it and compare',
  turn: 'Write your prediction down, then turn the page.',
  draw: 'Draw your line across the empty axes.',
  byNumber: 'Set the points by number',
  point: (label: string, x: string) => `${label} ${x}`,
  axes: (y: string, x: string) => `Empty axes for your prediction: ${y} against ${x}`,
} as const;

/** What is said before a prediction is committed. */
export const PREDICTIONS = {
  range: (min: number, max: number, unit: string) => `Choose a value from ${min} to ${max}${unit}.`,
} as const;

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
