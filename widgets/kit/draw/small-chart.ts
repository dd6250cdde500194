/** A small square chart: a heading, two axes of which only the ends are written, and what is drawn between them. */
import { axisFacts, linear, log, type Scale } from './axes.ts';
import type { Extent } from './extent.ts';
import { svg, type Markup } from './markup.ts';
import { panel } from './panel.ts';
import { part, type Part } from './part.ts';
import { widthOf } from './text-width.ts';

/** An axis of a small chart: its extent, what stands at its two ends, and what it measures. */
export interface SmallAxis {
  readonly extent?: Extent;
  readonly isLog?: boolean;
  readonly low?: string;
  readonly high?: string;
  readonly label?: string;
}

interface SmallChart {
  readonly title: string;
  readonly note?: string;
  readonly side: number;
  readonly x: SmallAxis;
  readonly y?: SmallAxis;
}

const FOOT = 24;
const SHARE: Extent = [0, 1];

/** The chart; its axes run from 0 to 1 unless they say otherwise. */
export function smallChart(
  { title, note, side, x, y = {} }: SmallChart,
  draw: (x: Scale, y: Scale) => Markup,
): Part {
  const { low = '0', high = '1', label } = x;
  const across = (x.isLog ? log : linear)(x.extent ?? SHARE, [0, side]);
  const up = (y.isLog ? log : linear)(y.extent ?? SHARE, [side, 0]);
  // In the middle of the room that the ends of the axis leave.
  const middle = (side + widthOf(low) - widthOf(high)) / 2;
  const foot = side + 16;
  const body = svg`<g class="axis"><path ${axisFacts('y', up)} d="M0 0V${side}"/><path ${axisFacts('x', across)} d="M0 ${side}H${side}"/>${y.high !== undefined && svg`<text x="5" y="12">${y.high}</text>`}<text y="${foot}">${low}</text><text x="${middle}" y="${foot}" text-anchor="middle">${label}</text><text x="${side}" y="${foot}" text-anchor="end">${high}</text></g>${draw(across, up)}`;
  return panel({ title, ...(note !== undefined && { note }) }, part(side, side + FOOT, body));
}

/** The place on a chart where the reader is. */
export function here(x: number, y: number): Markup {
  return svg`<circle class="run-fill" cx="${x}" cy="${y}" r="4.5"/>`;
}
