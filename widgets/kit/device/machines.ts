/** What can be timed on the reader’s device: by whom it is run, and what its batches hold. */
export const MACHINES = {
  network: { runner: 'lab/device', item: 'image' },
  small: { runner: 'sim/device', item: 'text' },
  operations: { runner: 'lab/device', item: 'text' },
  large: { runner: 'sim/device', item: 'text' },
} as const;

export type MachineName = keyof typeof MACHINES;
export type Item = (typeof MACHINES)[MachineName]['item'];

/** The language model that is served: characters of plays, texts of 64 characters. */
export const SERVED = { symbols: 63, width: 64, layers: 2, heads: 8, context: 64 } as const;
/** The largest batch of texts. */
export const MOST_TEXTS = 64;
