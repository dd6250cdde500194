/** Latencies changed in the figure: a dot taken elsewhere, a new one where the ground is pressed, one thrown away. */
import type { At, Edit, Layout } from '../../kit/contract/widget.ts';
import { frameOf } from './frame.ts';
import { listOf, MOST_VALUES, type JarSettings, type params } from './params.ts';

/** More dots than this are too small to take hold of. */
const MOST_HANDLES = 40;
/** So far below the axis, in units of the drawing, a dot is thrown away. */
const OFF = 26;

/** Latencies that stand in the figure to be dragged; none of a queue's log. */
export function editable(settings: JarSettings): readonly number[] {
  const list = listOf(settings);
  return list && list.length <= MOST_HANDLES ? list : [];
}

/** The list by hand after a dot (its place in the list, or '' for a new one) has been taken to a place in the figure. */
function move(settings: JarSettings, handle: string, to: At, layout: Layout): string | undefined {
  const list = listOf(settings);
  if (!list || list.length > MOST_HANDLES) return undefined;
  const { x, floor } = frameOf(settings, [Math.min(...list), Math.max(...list)], layout);
  const [from, end] = x.range;
  const value = rounded(x.invert(Math.min(end, Math.max(from, to.x))));
  if (handle === '') return list.length < MOST_VALUES ? [...list, value].join(',') : undefined;
  const place = Number(handle);
  if (to.y <= floor + OFF) return list.with(place, value).join(',');
  // An empty jar would have no mean.
  return list.length > 1 ? list.filter((_, i) => i !== place).join(',') : undefined;
}

/** In the figures that a hand can aim at: whole ms, tens from 1,000 on, tenths under 10. */
function rounded(value: number): number {
  const grain = value >= 1000 ? 10 : value >= 10 ? 1 : 0.1;
  return Number((Math.max(1, Math.round(value / grain)) * grain).toPrecision(6));
}

/** Latencies are moved, added and taken out by hand in the figure. */
export const edit: Edit<typeof params> = { param: 'values', move };
