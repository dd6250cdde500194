/** Back ends that have a name in words. */
export const BACKEND_NAMES = {
  cpu: 'plain JavaScript',
} as const;

/** What is said of a simulation that broke off. */
export const SIMULATION = {
  failed: (did: string) => `The simulation ${did}.`,
  again: (did: string) => `The simulation ${did}; the run started again with the same seed.`,
} as const;

/** What is said while a run is carried from back end to back end. */
export const FALLBACK = {
  nothingLeft: (told: string) =>
    `Nothing is left to compute with: ${told || 'no back end is available'}.`,
  elsewhere: 'Reload the page and run again, or try another browser.',
  notHere: 'is not available in this browser',
  again: (told: string, hadBegun: boolean, next: string | undefined) =>
    `${told}; the run ${hadBegun ? 'started again' : 'started'}${next === undefined ? '' : ` on ${next}`} with the same seed.`,
  pressRun: 'Press run again.',
} as const;
