/** Every word that an experiment shows once it is awake, in one place; what the build writes and nobody changes is in `frame-words.ts`. */
export const WORDS = {
  runAgain: 'Run again',
  train: 'Train',
  stop: 'Stop',
  stale: (run: string) => `The settings have changed. Press ${run} to see what they do.`,
  running: 'Running …',
  underWay: (percent: number, sentence: string) =>
    `Still running, ${percent} % done. ${sentence && `So far: ${sentence}`}`,
  undone: (settings: string) => `Undone: ${settings}`,
  wasReset: (settings: string) => `Reset: ${settings || 'all is as at the start'}`,
  redone: (settings: string) => `Done again: ${settings}`,
  paused: 'Paused while out of sight.',
  stopped: 'Stopped early: this is a partial result and meets no goal.',
  failed: (reason: string, next: string) => `${reason} ${next}`,
  elsewhere: 'Something went wrong.',
  reload: 'Reload the page and run again; your answers are kept.',
  unreadable: (name: string, text: string, wanted: string) =>
    `The link asks for ${name} = “${text}”, which cannot be read: expected ${wanted}. The usual value is used.`,
  typed: (label: string, text: string, wanted: string) =>
    `${label}: “${text}” cannot be read; expected ${wanted}. The last value is used.`,
  clamped: (label: string, asked: string, used: string) =>
    `${label} cannot be ${asked} here; ${used} is used.`,
  adjusted: (label: string, said: string) => `${label}: ${said}.`,
  locked: 'set by the link you followed',
  fromLink: 'from your link',
  backendTakes: (name: string, ms: string) => `${name}: ${ms} ms a step here`,
  backendInSoftware: (name: string) => `${name}: no graphics hardware, imitated in software`,
  backendUnused: (name: string, why: string) => `${name}: ${why}`,
  backend: (...names: readonly string[]) => `Trained on ${names.join(' and ')}.`,
  onProcessor: 'your own processor',
  onGraphics: 'your own graphics chip',
  spreadNotLoaded: 'The spread could not be loaded.',
  askAgain: 'Check your connection and ask for it again, or reload the page.',
  spreadClosed: 'The link asks for a spread of what it hides or locks; none is shown.',
  download: 'Download CSV',
} as const;

/** What would be accepted in place of what cannot be read. */
export const WANTED = {
  oneOf: (names: readonly string[]) => `one of ${names.join(', ')}`,
  number: (min: number, max: number) => `a number from ${min} to ${max}`,
  atMost: (characters: number) => `at most ${characters} characters`,
} as const;

/** The label of the setting that chance hangs on. */
export const SEED = 'Seed';
/** Why a measure has no value where its author gave no reason. */
export const NOT_FINITE = 'it is not a finite number';
