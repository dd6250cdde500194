/**
 * The book's own measurement, for readers on paper and without a script: Chromium 156, WASM, two processor cores of a server that had
 * other work too, in ms. It is no single run: up to 128, each size has the nine quickest of 117 timings; 256 has nine of four calmer runs.
 */
import type { DeviceTimes } from '../kit/device/fit.ts';
import type { MachineName } from '../kit/device/machines.ts';

const NETWORK: DeviceTimes = {
  sizes: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  passes: [16, 16, 16, 16, 8, 4, 2, 1, 1],
  step: 0.1,
  rounds: [
    [0.387, 0.35, 0.412, 0.5, 0.95, 1.9, 3.8, 7.8, 17.2],
    [0.388, 0.363, 0.413, 0.5, 1, 1.9, 3.9, 8.1, 17.7],
    [0.406, 0.363, 0.419, 0.525, 1, 1.9, 3.9, 8.6, 18.3],
    [0.406, 0.375, 0.419, 0.525, 1, 1.95, 3.9, 8.7, 18.4],
    [0.412, 0.375, 0.425, 0.525, 1, 1.95, 4, 8.8, 18.5],
    [0.412, 0.381, 0.425, 0.525, 1, 2, 4, 8.9, 18.8],
    [0.425, 0.381, 0.425, 0.525, 1, 2, 4, 9.3, 19],
    [0.425, 0.387, 0.438, 0.525, 1, 2, 4, 9.6, 19.8],
    [0.425, 0.387, 0.438, 0.525, 1.03, 2, 4, 10.2, 19.9],
  ],
};

/** By what was timed. */
export const BOOK_TIMES: Readonly<Record<MachineName, DeviceTimes>> = {
  network: NETWORK,
  small: NETWORK,
  operations: NETWORK,
  large: NETWORK,
};
