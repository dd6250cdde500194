/** Plots: marks over axes, with the room that the words of the axes need. */
import { axisX, axisY, linear, log, roomY, type Scale } from './axes.ts';
import type { Extent } from './extent.ts';
import { svg, type Markup } from './markup.ts';
import { part, type Part } from './part.ts';

/** One axis. */
export interface Axis {
  readonly extent: Extent;
  readonly label: string;
  readonly isLog?: boolean;
  /** About how many ticks it has. */
  readonly ticks?: number;
  readonly format?: (value: number) => string;
}

/** A plot of so many units, words included: its axes, and the room left free round its marks. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y?: Axis;
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  /** Room below the floor; absent: for ticks and a label. */
  readonly foot?: number;
}

/** Where the marks of a plot go; `y` runs from 0 at the floor to 1 where no axis says otherwise. */
export interface PlotScales {
  readonly x: Scale;
  readonly y: Scale;
  readonly floor: number;
}

/** Room for the ticks and the label of an axis below a plot. */
const FOOT = 40;

function scaleOf({ extent, isLog, ticks }: Axis, range: Extent): Scale {
  return isLog ? log(extent, range) : linear(extent, range, ticks);
}

/** The scales of a plot: also for a hand that edits what is drawn on them. */
export function scalesOf(plot: Plot): PlotScales {
  const { width, height, right = 1, top = plot.y ? 26 : 0, foot = FOOT } = plot;
  const floor = height - foot;
  const up: Axis = plot.y ?? { extent: [0, 1], label: '' };
  const y = scaleOf(up, [floor, top]);
  const { left = plot.y ? Math.max(46, roomY(y, plot.y.format)) : 1 } = plot;
  return { x: scaleOf(plot.x, [left, width - right]), y, floor };
}

/** A plot with its axes over what `draw` puts on their scales. */
export function plot(spec: Plot, draw: (scales: PlotScales) => Markup): Part {
  const scales = scalesOf(spec);
  const { x, y, floor } = scales;
  return part(
    spec.width,
    spec.height,
    svg`${draw(scales)}${spec.y && axisY(y, x.range[0], spec.y)}${axisX(x, floor, { ...spec.x, beyond: spec.right })}`,
  );
}
