/** When a gain pays: what is paid against the gain, the line on which a model breaks even, and where this one stands. */
import { linePath } from '../../kit/draw/axes.ts';
import { dotsPath } from '../../kit/draw/dots.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { boxAround, firstFree, labelAt, labelled, type Box } from '../../kit/draw/labels.ts';
import { ghost, later, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { drawing, WIDTH } from '../../kit/draw/part.ts';
import { plot, type Plot, type PlotScales } from '../../kit/draw/plot.ts';
import type { SeenRun, View } from '../../kit/contract/widget.ts';
import { type Edge, edgeOf, fieldOf } from './edge.ts';
import type { WorthOutcome } from './model.ts';
import { GAIN, SPEND, type WorthSettings } from './params.ts';
import { leftOf } from './say.ts';

type Seen = View<WorthSettings, WorthOutcome>;
type Known = SeenRun<WorthSettings, WorthOutcome>;

const TOP = 30;
const LOOK = {
  wide: { height: 320, x: 'paid a year, in millions of dollars' },
  narrow: { height: 280, x: 'paid a year, millions of dollars' },
} as const;

/** Draws the chart for a page or a phone. */
export function draw(settings: WorthSettings, outcome: WorthOutcome, view: Seen): Drawing {
  const { ghost: other } = view;
  const now = { settings, outcome };
  let still = svg``;
  const drawn = plot(specOf(view), (scales) => {
    const edge = edgeOf(outcome);
    const dot = svg`<path class="run-fill" d="${dotsPath([placeOf(settings, scales)], 6)}"/>`;
    // On which side of the line the dot stands is what a lesson asks.
    still = svg`${shade(edge, scales)}${line(edge, scales, 'run')}`;
    const behind = other && ghost(other, (look) => past(other, scales, look));
    return svg`${later(shade(edge, scales))}${behind}${later(line(edge, scales, 'run'))}${dot}${later(wordsOf(now, scales))}`;
  });
  const whole = panel({ title: 'When the gain pays', behind: keyed(now, other) }, drawn);
  const label =
    'What is paid a year across and the gain in points upwards, both on logarithmic scales: a dot for this model, and the line on which one would break even.';
  return drawing(whole, label, { body: still, y: TOP, height: 220 });
}

function specOf({ layout, isInline }: Seen): Plot {
  const { height, x } = LOOK[layout];
  return {
    width: WIDTH[layout],
    // In the flow of the text a phone has the numbers that are dragged in sight as well.
    height: isInline ? height - 40 : height,
    top: TOP,
    right: 14,
    x: { extent: SPEND, isLog: true, label: x },
    y: { extent: GAIN, isLog: true, label: 'gain in points' },
  };
}

function placeOf({ spend, gain }: WorthSettings, { x, y }: PlotScales): readonly [number, number] {
  return [x(spend), y(gain)];
}

function shade(edge: Edge, { x, y }: PlotScales): Markup | false {
  const field = fieldOf(edge);
  return field.length > 0 && svg`<path class="band" d="${linePath(field, x, y)}Z"/>`;
}

function line({ points }: Edge, { x, y }: PlotScales, look: string): Markup | false {
  return points.length > 0 && svg`<path class="${look}-line" d="${linePath(points, x, y)}"/>`;
}

function past({ settings, outcome }: Known, scales: PlotScales, look: string): Markup {
  const dot = dotsPath([placeOf(settings, scales)], 5);
  return svg`${line(edgeOf(outcome), scales, look)}<path class="${look}" d="${dot}"/>`;
}

/** The run behind, where a dot or a line of it can be seen beside this one. */
function keyed(now: Known, other: Seen['ghost']): Seen['ghost'] {
  const dot = ({ settings: { spend, gain } }: Known): string => `${spend} ${gain}`;
  const line = ({ outcome }: Known): string => edgeOf(outcome).points.join();
  const isSeen = (run: Known): boolean =>
    dot(run) !== dot(now) || !['', line(now)].includes(line(run));
  return other && isSeen(other) ? other : undefined;
}

/** What is left, beside the dot and off the line; and which side of the line pays, where that has room. */
function wordsOf({ settings, outcome }: Known, scales: PlotScales): Markup {
  const { x, floor } = scales;
  const [at, up] = placeOf(settings, scales);
  const [left, right] = x.range;
  const inside = { left: left + 2, right: right + 12, top: TOP - 14, bottom: floor - 2 };
  const edge = edgeOf(outcome);
  const taken = [boxAround(at, up, 7), ...alongLine(edge, scales)];
  const told = leftOf(outcome);
  const places = PLACES.map(([dx, dy, anchor]) => labelAt(told, at + dx, up + dy, anchor));
  const place = firstFree(places, inside, taken) ?? firstFree(places, inside, []);
  const words = place ?? labelAt(told, left + 6, up - 12);
  const field = fieldOf(edge);
  const side =
    field.length > 0
      ? labelAt('here it pays', right - 8, TOP + 18, 'end')
      : labelAt('it pays nowhere', left + 8, floor - 10);
  const free = firstFree([side], inside, [...taken, words]);
  return svg`${labelled(words, 'run strong')}${free && labelled(free, 'soft')}`;
}

const PLACES = [
  [11, 4, 'start'],
  [-11, 4, 'end'],
  [8, -12, 'start'],
  [-8, 22, 'end'],
  [-8, -12, 'end'],
  [8, 22, 'start'],
  [0, -14, 'middle'],
  [0, 24, 'middle'],
] as const;

/** What the line takes of the drawing, as boxes along it. */
function alongLine({ points }: Edge, { x, y }: PlotScales): readonly Box[] {
  const ends = points.map(([spend, gain]) => [x(spend), y(gain)] as const);
  return ends.slice(1).flatMap(([toX, toY], i) => {
    const [fromX, fromY] = ends[i] as readonly [number, number];
    const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 6) + 1;
    return Array.from({ length: steps + 1 }, (_, k) =>
      boxAround(fromX + ((toX - fromX) * k) / steps, fromY + ((toY - fromY) * k) / steps, 2),
    );
  });
}
