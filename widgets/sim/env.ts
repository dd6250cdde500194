/** What a simulation is given: a clock for its progress, and no data. */
import { DataFault } from '../kit/faults.ts';
import type { Env } from '../kit/widget.ts';

export const SIM_ENV: Env = {
  backend: 'sim',
  clock: () => performance.now(),
  readData: (name) =>
    Promise.reject(new DataFault(`Simulations read no data, so not ${name}. Reload the page.`)),
};
