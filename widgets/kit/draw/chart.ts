/** Charts: a title, a key, axes that hold, and a list of marks; the same marks of another run behind them. */
import { axisFacts, axisX, axisY, type Scale } from './axes.ts';
import { keptExtent, type Extent, type Extents } from './extent.ts';
import { firstFree, labelled, type Box } from './labels.ts';
import { legend } from './legend.ts';
import { ghost, later, svg, type Markup } from './markup.ts';
import { panel, type PanelWords } from './panel.ts';
import { below, part, STEP_WIDTH, toStep, WIDTH, type Part } from './part.ts';
import type { Step } from './drawing.ts';
import { scalesOf, type Axis } from './plot.ts';
import type { Ground, Mark } from './mark.ts';
import type { Layout, SeenRun, View } from '../contract/widget.ts';

/** One for both layouts, or one for each. */
export type ByLayout<Value> = Value | Readonly<Record<Layout, Value>>;

/** An axis of a chart. */
export interface ChartAxis extends Omit<Axis, 'ticks' | 'label'> {
  readonly label?: ByLayout<string>;
  /** About how many ticks, or which. */
  readonly ticks?: ByLayout<number | readonly number[]>;
  /** It is kept from run to run by this name while these values, or all of its extent, fit on it. */
  readonly keep?: string;
  readonly values?: Extent;
  /** Nothing of it is drawn but its line, or nothing: it goes without saying. */
  readonly isBare?: boolean;
  readonly isHidden?: boolean;
}

type Marks = readonly (Mark | false | null | undefined | '')[];

/** What a chart shows. */
export interface Chart<S, Outcome> extends Omit<PanelWords, 'behind' | 'title'> {
  readonly title?: string;
  /** How it is looked at; nothing: wide, and without another run. */
  readonly view?: View<S, Outcome>;
  /** As wide as the figure unless it says otherwise; words of the axes included. */
  readonly width?: ByLayout<number>;
  readonly height: ByLayout<number>;
  readonly x: ChartAxis;
  /** Absent: from 0 at the floor to 1. */
  readonly y?: ChartAxis;
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly foot?: number;
  /** Its marks, from the lowest to the topmost; of another run, those that are drawn twice. They may ask what the axes have come to. */
  readonly marks: Marks | ((run: SeenRun<S, Outcome>, on: Ground) => Marks);
  /** The run; needed where marks are those of any run. */
  readonly run?: SeenRun<S, Outcome>;
  /** The key stands below the chart. */
  readonly keyBelow?: boolean;
}

function pick<Value>(of: ByLayout<Value>, layout: Layout): Value {
  return typeof of === 'object' && of !== null && 'wide' in of ? of[layout] : (of as Value);
}

/** An axis in one layout, kept where it can be. */
function axisOf(axis: ChartAxis, layout: Layout, kept: Extents | undefined): Axis {
  const { label = '', ticks, keep, values, isBare, isHidden, ...rest } = axis;
  const extent = keep
    ? keptExtent(values ?? axis.extent, axis.extent, kept?.[keep], axis.isLog)
    : axis.extent;
  const some = ticks === undefined ? undefined : pick(ticks, layout);
  return {
    ...rest,
    extent,
    label: isBare || isHidden ? '' : pick(label, layout),
    ...(typeof some === 'number' && { ticks: some }),
  };
}

/** A scale with the ticks that were asked for by name. */
function ticked(
  scale: Scale,
  ticks: ByLayout<number | readonly number[]> | undefined,
  layout: Layout,
): Scale {
  const some = ticks === undefined ? undefined : pick(ticks, layout);
  return typeof some === 'object'
    ? Object.assign((at: number) => scale(at), { ...scale, ticks: some })
    : scale;
}

/** The words of marks, each at its first place that is free. */
function wordsOf(marks: readonly Mark[], on: Ground, inside: Box): readonly (Markup | false)[] {
  if (!marks.some((mark) => mark.words)) return [];
  const taken = marks.flatMap((mark) => mark.covers?.(on) ?? []);
  const placed: Box[] = [];
  return marks.map(({ words, waits }) => {
    if (!words) return false;
    const places = words.at(on);
    const place =
      firstFree(places, inside, [...taken, ...placed]) ??
      (words.must &&
        (firstFree(places, inside, placed) ?? firstFree(places, inside, []) ?? places[0]));
    if (!place) return false;
    placed.push(place);
    const told = labelled(place, words.look);
    return waits || words.wait ? later(told) : told;
  });
}

/** The marks of a run as they are drawn; those that wait one after the other wait as one. */
function drawnAs(marks: readonly Mark[], on: Ground): readonly Markup[] {
  const drawn: Markup[] = [];
  let waiting: Markup[] = [];
  const flush = (): void => {
    if (waiting.length > 0) drawn.push(later(...waiting));
    waiting = [];
  };
  for (const mark of marks) {
    const one = mark.draw(on);
    if (one.markup === '') continue;
    if (!mark.waits) flush();
    (mark.waits ? waiting : drawn).push(one);
  }
  flush();
  return drawn;
}

/** What the looks of some marks mean, in a row or several. */
function keyOf(marks: readonly Mark[], width: number): Part | undefined {
  const entries = marks.flatMap(({ key, waits }) => (key ? [{ ...key, waits }] : []));
  return entries.length > 0 ? legend(entries, width) : undefined;
}

/** The chart as a part. */
export function chart<S, Outcome>(spec: Chart<S, Outcome>): Part {
  const { title, note, aside, view = { layout: 'wide' }, run, right = 8, top = 26 } = spec;
  const { layout, ghost: other } = view;
  const width = pick(spec.width ?? WIDTH, layout);
  const height = pick(spec.height, layout);
  const x = axisOf(spec.x, layout, view.axes);
  const y = spec.y && axisOf(spec.y, layout, view.axes);
  const size = {
    ...{ width, height, right, top },
    ...(spec.left !== undefined && { left: spec.left }),
    ...(spec.foot !== undefined && { foot: spec.foot }),
  };
  const scales = scalesOf({ ...size, x, ...(y && { y }) });
  const across = ticked(scales.x, spec.x.ticks, layout);
  const up = ticked(scales.y, spec.y?.ticks, layout);
  const { floor } = scales;
  const [left, end] = across.range;
  const on = { x: across, y: up, floor, layout, left, right: end, top, beyond: right };
  const marksOf = (one: SeenRun<S, Outcome> | undefined): readonly Mark[] => {
    const list = typeof spec.marks === 'function' ? one && spec.marks(one, on) : spec.marks;
    return (list ?? []).filter((mark) => !!mark);
  };
  const marks = marksOf(run);
  const twice =
    typeof spec.marks === 'function' && other ? marksOf(other).filter((mark) => mark.twice) : [];
  // What waits for a prediction waits of another run, too.
  const past = (some: readonly Mark[]): Markup | false | undefined =>
    some.length > 0 &&
    other &&
    ghost(other, (look) => clipped(on, svg`${some.map((mark) => mark.draw(on, look))}`));
  const late = past(twice.filter(({ waits }) => waits));
  const early = past(twice.filter(({ waits }) => !waits));
  const behind = (late || early) && svg`${early}${late && later(late)}`;
  const ground = marks.filter((mark) => mark.isGround);
  const above = marks.filter((mark) => !mark.isGround);
  // What is written bold is a little wider than it is taken for.
  const inside = { left, right: width - 6, top: top - 14, bottom: floor - 2 };
  const axes = svg`${y && drawnAxis('y', up, on, y, spec.y)}${drawnAxis('x', across, on, x, spec.x)}`;
  const body = svg`${drawnAs(ground, on)}${behind}${drawnAs(above, on)}${wordsOf(marks, on, inside)}${axes}`;
  const small = marks.map(({ still, waits, draw }) =>
    typeof still === 'function' ? still(on) : (still ?? !waits) && draw(on),
  );
  const drawn: Part = {
    ...part(width, height, body),
    still: { body: svg`${small}`, y: top, width, height: floor - top },
    axes: keptOf(spec, x, y),
  };
  const key = keyOf(marks, width);
  const whole = key ? (spec.keyBelow ? below(2, drawn, key) : below(4, key, drawn)) : drawn;
  if (title === undefined) return whole;
  return panel(
    {
      title,
      ...(note !== undefined && { note }),
      ...(aside !== undefined && { aside }),
      behind: behind && isSeen(twice, marks, on) ? other : undefined,
    },
    whole,
  );
}

/** A chart with the question that brings it and what to see in it. */
export type AskedOf<S, Outcome> = Partial<Chart<S, Outcome>> &
  Pick<Chart<S, Outcome>, 'x' | 'marks'> &
  Parameters<typeof toStep>[1];

/** The chart as a step, as wide as the page shows one. */
export function askedChart<S, Outcome>(asked: AskedOf<S, Outcome>): Step {
  const { name, asks, says, label, ...spec } = asked;
  return toStep(chart({ height: 200, right: 12, ...spec, width: STEP_WIDTH }), {
    ...{ asks, says },
    ...(name !== undefined && { name }),
    ...(label !== undefined && { label }),
  });
}

/** An axis as it is asked for: whole, its line alone, or nothing. */
function drawnAxis(
  name: 'x' | 'y',
  scale: Scale,
  { left, right, floor, top, beyond }: Ground & { readonly beyond: number },
  axis: Axis,
  asked: ChartAxis | undefined,
): Markup | false {
  if (asked?.isHidden) return false;
  if (!asked?.isBare)
    return name === 'x' ? axisX(scale, floor, { ...axis, beyond }) : axisY(scale, left, axis);
  const d = name === 'x' ? `M${left} ${floor}H${right}` : `M${left} ${top}V${floor}`;
  return svg`<g class="axis"><path ${axisFacts(name, scale)} d="${d}"/></g>`;
}

/** What is drawn of another run, cut off where it leaves the chart: a drawing inside the drawing does that. */
function clipped({ left, right, top, floor }: Ground, drawn: Markup): Markup {
  // Half a mark may stand out.
  const [x, y, width, height] = [left - 8, top - 8, right - left + 16, floor - top + 16];
  return svg`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${drawn}</svg>`;
}

/** Whether anything of another run can be seen beside this one. */
function isSeen(twice: readonly Mark[], marks: readonly Mark[], on: Ground): boolean {
  const own = new Set(marks.map((mark) => mark.twice && mark.draw(on, 'before').markup));
  return twice.some((mark) => !own.has(mark.draw(on, 'before').markup));
}

function keptOf(
  { x, y }: Pick<Chart<never, never>, 'x' | 'y'>,
  across: Axis,
  up: Axis | undefined,
): Extents | undefined {
  const kept = {
    ...(x.keep && { [x.keep]: across.extent }),
    ...(y?.keep && up && { [y.keep]: up.extent }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}
