/** What a simulation is given: a clock, and the real traces that some of them replay. */
import { verifiedData } from '../data/verified.ts';
import type { Env } from '../../kit/contract/widget.ts';

/** The surroundings of a simulation; `bytesOf` brings a data file, which is then checked. */
export function simEnv(bytesOf: (name: string) => Promise<Uint8Array>): Env {
  return {
    backend: 'sim',
    clock: () => performance.now(),
    readData: (name) => verifiedData(name, bytesOf),
    keep: (model) => model.free(),
    model: () => Promise.reject(new RangeError('models are trained and kept in the lab alone')),
  };
}
