/** What became of a back end: each completes the sentence that begins with its name. */
export const FAULTS = {
  outOfMemory: 'ran out of memory',
  cannotCompute: (kernel: string) => `cannot compute ${kernel}`,
  failed: (message: string) => `failed (${message})`,
  silent: 'stopped answering',
  noNumber: 'gave a value that is no number',
} as const;

/** What computes where there is no graphics hardware. */
export const PROCESSOR = 'the processor';
