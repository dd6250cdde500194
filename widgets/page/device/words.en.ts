/** What is said while a device is timed. */
export const MEASURING = {
  again: 'Measure again',
  stop: 'Stop',
  begins: 'Fetching what computes, then measuring.',
  underWay: (percent: number) => `Measuring: ${percent} % done.`,
  stopped: 'Stopped. Nothing was measured.',
  tooLarge:
    'This device has too little memory for it. What stands here was measured for this book.',
  failed: 'It could not be measured:',
  yours: 'Measured just now, on this device.',
  /** Where a back end computes, by its name. */
  on: {
    webgpu: 'your own graphics chip (WebGPU)',
    webgl: 'your own graphics chip (WebGL)',
    wasm: 'your own processor (WASM)',
    cpu: 'your own processor (plain JavaScript)',
    sim: 'your own processor (the book’s own WebAssembly)',
  } as Readonly<Record<string, string>>,
} as const;
