/** The words at an instrument that times the reader's device, which the build writes once. */
export const DEVICE_FRAME = {
  title: 'This device',
  measure: 'Measure this device',
  guess: (most: number) => `Your guess: a batch of ${most} takes`,
  times: 'times as long as one image',
  books:
    'Measured for this book in November 2026, in Chromium on two processor cores of a server that had other work too: nine of the quicker timings of each size. On screen, a press measures the device in front of you.',
  where: 'that server’s processor (WASM)',
} as const;
