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

/** A language model, in batches of 1 to 64 texts: the quickest, the middle and the slowest of nine rounds of one run, in the same place. */
const texts = (rounds: DeviceTimes['rounds']): DeviceTimes => ({
  sizes: [1, 2, 4, 8, 16, 32, 64],
  passes: [64, 32, 16, 8, 4, 2, 1],
  step: 0.1,
  rounds,
});

/** By what was timed. */
export const BOOK_TIMES: Readonly<Record<MachineName, DeviceTimes>> = {
  network: NETWORK,
  small: texts([
    [0.0641, 0.113, 0.178, 0.325, 0.65, 1.38, 3.65],
    [0.0719, 0.131, 0.219, 0.475, 0.938, 1.85, 4.3],
    [0.114, 0.173, 0.238, 0.563, 1.41, 2.5, 8.9],
  ]),
  operations: texts([
    [0.3, 0.375, 0.438, 0.7, 1.09, 1.5, 2.8],
    [0.475, 0.738, 0.8, 1.23, 1.22, 1.93, 3.5],
    [1.49, 2.8, 1.44, 2.4, 2.8, 2.68, 11.3],
  ]),
  large: texts([
    [7, 9, 12.3, 17.6, 26.9, 48, 86.5],
    [8.5, 9.7, 13, 17.9, 28.1, 50.2, 90.8],
    [10.7, 10, 15.9, 19.8, 30.8, 61.3, 135],
  ]),
};
