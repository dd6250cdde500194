/** Where things stand in the jar's picture: the drawing and the hand that edits it must agree. */
import { linear, log, type Scale } from '../../kit/draw/axes.ts';
import { ROW } from '../../kit/draw/marks.ts';
import type { Layout } from '../../kit/contract/widget.ts';
import type { JarSettings } from './params.ts';

/** The top of the marks' words. */
export const TOP = 20;
/** The height that the dots climb over: ten of them have room for a finger each. */
export const CLIMB = 240;
/** Names of the percentiles that have room to be shown. */
export const SHOWN = {
  wide: ['p50', 'p90', 'p95', 'p99'],
  narrow: ['p50', 'p90', 'p99'],
} as const;

/** The drawing's width, its scale of latencies in ms, and where its axis lies, in the drawing's units. */
export interface JarFrame {
  readonly width: number;
  readonly x: Scale;
  /** The height of the axis. */
  readonly floor: number;
}

/** The frame for latencies from `low` to `high` ms. Its height depends on nothing that moves under a hand. */
export function frameOf(
  settings: JarSettings,
  low: number,
  high: number,
  layout: Layout,
): JarFrame {
  const width = layout === 'wide' ? 680 : 320;
  // Mean and percentiles, and the page if there are pages: a row each, whether or not some of them meet.
  const rows = 1 + SHOWN[layout].length + (settings.fanOut > 1 ? 1 : 0);
  return { width, x: across(low, high, width), floor: TOP + rows * ROW + 34 + CLIMB };
}

/** A straight axis where latencies are alike, a logarithmic one where one of them dwarfs the rest; with room to drag. */
function across(low: number, high: number, width: number): Scale {
  const range = [40, width - 18] as const;
  if (high / low > 3) return log([roundDown(low / 1.25), roundUp(high * 1.25)], range);
  const margin = Math.max(0.5, high * 0.05, (high - low) * 0.2);
  return linear([Math.max(0, low - margin), high + margin], range, width > 400 ? 6 : 4);
}

// Ends at 1, 2, 5, 10 ...: the axis stays while latencies change a little.
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}

function roundUp(value: number): number {
  const below = roundDown(value);
  if (below === value) return value;
  const power = 10 ** Math.floor(Math.log10(below) + 1e-9);
  return below < 2 * power ? 2 * power : below < 5 * power ? 5 * power : 10 * power;
}
