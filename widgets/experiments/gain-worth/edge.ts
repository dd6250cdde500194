/** Where a model breaks even, as a line over the axes of spend and gain, and the field on its side that pays. */
import type { WorthOutcome } from './model.ts';
import { GAIN, SPEND } from './params.ts';

/** Places on the axes: millions of dollars a year, and points. */
type Points = readonly (readonly [spend: number, gain: number])[];

/** The line, as far as it lies on the axes, from the top down; and the least spend, in millions, from which any gain pays. */
export interface Edge {
  readonly points: Points;
  readonly from: number | null;
}

/** Along the line the gain falls as the spend grows; above the gain that saves all that is paid, it stands upright. */
export function edgeOf({ wholeGain, cost }: Pick<WorthOutcome, 'wholeGain' | 'cost'>): Edge {
  if (wholeGain === null) return { points: [], from: null };
  const millions = cost / 1e6;
  const product = wholeGain * millions;
  const least = Math.max(millions, product / GAIN[1]);
  const low = Math.max(SPEND[0], least);
  const high = Math.min(SPEND[1], product / GAIN[0]);
  if (low >= high) return { points: [], from: low };
  const isCapped = wholeGain < GAIN[1] && millions > SPEND[0];
  const upright = isCapped ? [[millions, GAIN[1]] as const] : [];
  return { points: [...upright, [low, product / low], [high, product / high]], from: low };
}

/** All that pays: right of the line and above it, to the ends of the axes. Empty where nothing does. */
export function fieldOf({ points, from }: Edge): Points {
  if (from === null || from >= SPEND[1]) return [];
  const last = points.at(-1)?.[1] ?? GAIN[0];
  const foot: Points = last > GAIN[0] * 1.0001 ? [] : [[SPEND[1], GAIN[0]]];
  const start: Points = points.length > 0 ? [] : [[from, GAIN[0]]];
  return [[from, GAIN[1]], ...points, ...start, ...foot, [SPEND[1], GAIN[1]]];
}
