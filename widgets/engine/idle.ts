/** Models that see no row of a batch: they stand still while others step, and so each counts steps of its own. */
import * as tf from './tf.ts';

/** A number for each model, as one number if it is the same for all. */
export function ofEach(
  models: ArrayLike<number>,
  value: (one: number) => number,
): tf.Tensor3D | number {
  const all = Array.from(models, value);
  return new Set(all).size === 1 ? (all[0] as number) : tf.tensor3d(all, [all.length, 1, 1]);
}

/** What comes after `before`, where idle models stay as they were. */
export function standing<T extends Readonly<Record<string, tf.Tensor>>>(
  idle: readonly boolean[],
  before: T,
  after: T,
): T {
  if (!idle.includes(true)) return after;
  const rests = tf.tensor3d(idle.map(Number), [idle.length, 1, 1], 'bool');
  const chosen = Object.entries(after).map(([name, next]) => [
    name,
    tf.where(rests, before[name] as tf.Tensor, next),
  ]);
  return Object.fromEntries(chosen) as T;
}
