/** The words at an instrument that times the reader's device, which the build writes once. */
export const DEVICE_FRAME = {
  title: {
    network: 'This device',
    small: 'The small model on this device',
    operations: 'The small model in operations of TensorFlow.js on this device',
    large: 'The large model on this device',
  },
  measure: 'Measure this device',
  guess: (most: number) => `Your guess: a batch of ${most} takes`,
  times: (item: string) => `times as long as one ${item}`,
  books: (item: string) =>
    `Measured for this book in November and December 2026, in Chromium on two processor cores of a server that had other work too: ${item === 'image' ? 'nine of the quicker timings' : 'the quickest, the middle and the slowest of nine timings'} of each size. On screen, a press measures the device in front of you.`,
  where: {
    network: 'that server’s processor (WASM)',
    small: 'that server’s processor (the book’s own WebAssembly)',
    operations: 'that server’s processor (TensorFlow.js’s WebAssembly)',
    large: 'that server’s processor (the book’s own WebAssembly)',
  },
} as const;
