/** Which settings make another model. */
import type { ImbalanceSettings } from './params.ts';

/** Equal for settings that train the same model: threshold, share in use and costs change nothing in it. */
export function modelKey({ remedy, trainingSpam, seed }: ImbalanceSettings): string {
  return `${remedy} ${trainingSpam} ${seed}`;
}
