/** A value beside its bound. */
import { conditions, type Limit } from './conditions.ts';
import { inShown, type ShownMeasure } from './shown-measure.ts';

/** So many decimals more at most are shown. */
const MOST = 4;

/** As the reader sees it, with as many decimals as it takes to see why the bound holds or not: 40.4 % is not "40 %" where at most 40 % are asked for. */
export function inShownAgainst(value: number, how: ShownMeasure, limit: Limit): string {
  const { digits, figures, scale } = how;
  const holds = (one: number): boolean =>
    conditions({ it: limit }, { measures: { it: one }, why: {}, state: 'done' })[0]?.met === true;
  const rounded = (more: number): number =>
    figures === undefined
      ? Number((value * scale).toFixed(digits + more)) / scale
      : Number(value.toPrecision(figures + more));
  let more = 0;
  while (more < MOST && holds(rounded(more)) !== holds(value)) more += 1;
  return inShown(value, {
    ...how,
    ...(figures === undefined ? { digits: digits + more } : { figures: figures + more }),
  });
}
