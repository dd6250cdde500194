/** When two runs are runs of the same experiment. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';

/** Ignored when runs are compared: a run with another seed is still a run of the same experiment. */
export const CHANCE: readonly string[] = ['seed'];

/** The names of settings in which two runs differ, those in `free` left out. */
export function differing(a: AnySettings, b: AnySettings, free: readonly string[]): string[] {
  return Object.keys(a).filter((name) => !free.includes(name) && a[name] !== b[name]);
}
