/** Whether a run is the student’s own. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { ItemHead, OnExperiment } from '../../../src/tasks/sets/pure/format/head.ts';
import { drawn, settingsIn } from '../../../src/tasks/sets/pure/variants/variant.ts';

/** Whether a run leaves alone what the student’s variant holds fixed. */
export function isOwn(item: ItemHead & OnExperiment, seed: number, settings: AnySettings): boolean {
  const start = settingsIn(item.start, drawn(item, seed));
  const free = [...item.vary, 'seed'];
  return Object.keys(start).every((name) => free.includes(name) || start[name] === settings[name]);
}
