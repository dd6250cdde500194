/** Latencies changed in the figure: a dot taken elsewhere, a new one where the ground is pressed, one thrown away. */
import { TITLE } from '../../kit/draw/panel.ts';
import { scalesOf, type PlotScales } from '../../kit/draw/plot.ts';
import type { Edit } from '../../kit/contract/widget.ts';
import { axisOf, jarPlot, type Seen } from './frame.ts';
import { listOf, type JarSettings, type params } from './params.ts';

/** More dots than this are too small to take hold of. */
const MOST_HANDLES = 40;
/** So far below the axis, in units of the drawing, a dot is thrown away. */
const OFF = 26;

/** Latencies that stand in the figure to be dragged; none of a queue's log. */
export function editable(settings: JarSettings): readonly number[] {
  const list = listOf(settings);
  return list && list.length <= MOST_HANDLES ? list : [];
}

/** The scales that such latencies are drawn on, and the height of their axis in the drawing. */
export function scalesFor(settings: JarSettings, view: Pick<Seen, 'layout' | 'axes'>): PlotScales {
  const list = editable(settings);
  const axis = axisOf([Math.min(...list), Math.max(...list)], { ...view, held: settings }, true);
  const scales = scalesOf(jarPlot(settings, axis, view.layout));
  return { ...scales, floor: scales.floor + TITLE };
}

/** In the figures that a hand can aim at: whole ms, tens from 1,000 on, tenths under 10. */
function rounded(value: number): number {
  const grain = value >= 1000 ? 10 : value >= 10 ? 1 : 0.1;
  return Number((Math.max(1, Math.round(value / grain)) * grain).toPrecision(6));
}

/** Latencies are moved, added and taken out by hand in the figure; a handle is a latency's place in the list. */
export const edit: Edit<typeof params> = {
  param: 'values',
  move: (settings, handle, to, view) => {
    const list = editable(settings);
    if (list.length === 0) return undefined;
    const { x, floor } = scalesFor(settings, view);
    const value = rounded(x.invert(Math.min(x.range[1], Math.max(x.range[0], to.x))));
    if (handle === '') return [...list, value].join(',');
    const place = Number(handle);
    if (to.y <= floor + OFF) return list.with(place, value).join(',');
    // An empty jar would have no mean.
    return list.length > 1 ? list.filter((_, i) => i !== place).join(',') : undefined;
  },
};
