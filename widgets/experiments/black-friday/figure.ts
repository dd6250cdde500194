/** The figure: servers over the hours, those that start as bricks, and below who was late. */
import type { Axis, Drawing, Extent, Markup, Part, Plot, PlotScales, Scale } from '#kit/draw';
import { below, drawing, ghostLine, keptExtent, legend, linear, number, panel } from '#kit/draw';
import { part, plot, scalesOf, short, svg, TITLE_AND_NOTE, WIDTH } from '#kit/draw';
import type { Edit, Layout, View } from '#kit/contract';
import { stepsOf } from './figure-steps.ts';
import type { FridayOutcome, Moment } from './model.ts';
import { params, type FridaySettings } from './params.ts';
import { clock, enough } from './say.ts';

type Seen = View<FridaySettings, FridayOutcome>;

const LOOK = {
  wide: { servers: 236, late: 64, ticks: 10 },
  narrow: { servers: 206, late: 52, ticks: 4 },
} as const;
/** In the flow of the text lower, so that the hand that draws a day sees what comes of it. */
const INLINE = { wide: 176, narrow: 176 } as const;
const [LEFT, RIGHT] = [46, 14];
const KEY = 24;
const SERVERS: Extent = [0, 160];

/** Draws the day, or as far as it has been played. */
export function draw(settings: FridaySettings, outcome: FridayOutcome, view: Seen): Drawing {
  const { layout, isInline, ghost } = view;
  const { moment = outcome.moments.length - 1 } = view;
  const moments = outcome.moments.slice(0, moment + 1);
  const extent = extentOf(outcome, view);
  const spec = specOf(outcome, layout, extent, isInline);
  const now = moments.at(-1);
  const isOver = moment >= outcome.moments.length - 1;
  const servers = plot(spec, (at) => {
    const behind = ghostLine(ghost, (run) => {
      // Of an hour or two nothing but a stump would be seen on a whole day; its servers are known of all day.
      if (!outcome.isNear && run.outcome.isNear) {
        const day = run.outcome.day.map((ordered, i) => ({ time: 300 * i, ordered }));
        return steps(outcome, day, at, ({ ordered }) => ordered);
      }
      const [from, to] = at.x.domain;
      const inside = run.outcome.moments.filter(({ time }) => {
        const place = inUnits(outcome, time);
        return place >= from && place <= to;
      });
      return steps(outcome, inside, at, ({ ready }) => ready);
    });
    return svg`${fleet(outcome, moments, at)}${behind}${need(settings, outcome, at)}${now && !isOver && svg`<path class="hair" d="M${at.x(inUnits(outcome, now.time))} ${at.floor}V${at.y.range[1]}"/>`}${!isInline && handle(settings, at)}`;
  });
  const sum = outcome.isSale
    ? `enough: ${enough(outcome)}`
    : 'work: as many as would be busy all the time';
  const note = isOver ? sum : `at ${clock(now?.time ?? 0)}`;
  const top = panel({ title: 'Servers', note, behind: ghost }, servers);
  const whole = below(0, keyOf(layout), top, latePanel(outcome, moments, layout));
  const label =
    'Servers over the time of day: those ready as a filled field, those that start as bricks on top of it, and dashed how many would be enough. Below, the share of customers who were late.';
  const scales = scalesOf(spec);
  const body = svg`${fleet(outcome, moments, scales)}${need(settings, outcome, scales)}`;
  const one = {
    ...drawing(whole, label, {
      body,
      x: 46,
      y: 20,
      width: WIDTH[layout] - 46,
      height: spec.height - 60,
    }),
    axes: { servers: extent },
  };
  return isInline ? one : { ...one, steps: stepsOf(settings, outcome, ghost) };
}

/** The axis of servers holds, unless more are ordered than it has room for. */
function extentOf({ moments }: FridayOutcome, { axes }: Pick<View, 'axes'>): Extent {
  const most = Math.max(...moments.map(({ ready, starting }) => ready + starting));
  const fresh: Extent = most <= SERVERS[1] ? SERVERS : [0, Math.ceil((1.06 * most) / 20) * 20];
  return keptExtent([0, Math.max(SERVERS[1], most)], fresh, axes?.['servers']);
}

/** An hour or two are read in minutes, a day in hours: so that ticks stand at round times. */
function unitOf({ isNear }: Pick<FridayOutcome, 'isNear'>): number {
  return isNear ? 60 : 3600;
}

function inUnits(outcome: FridayOutcome, time: number): number {
  return time / unitOf(outcome);
}

function axisOf(outcome: FridayOutcome, layout: Layout): Axis {
  const [first, last] = [outcome.moments[0], outcome.moments.at(-1)];
  return {
    extent: [inUnits(outcome, first?.time ?? 0), inUnits(outcome, last?.time ?? 1)],
    label: 'time of day',
    ticks: outcome.isNear ? LOOK[layout].ticks : 6,
    format: (value) => clock(value * unitOf(outcome)),
  };
}

function specOf(outcome: FridayOutcome, layout: Layout, extent: Extent, isInline = false): Plot {
  return {
    width: WIDTH[layout],
    height: isInline ? INLINE[layout] : LOOK[layout].servers,
    left: LEFT,
    right: RIGHT,
    x: axisOf(outcome, layout),
    y: { extent, label: 'servers', ticks: layout === 'wide' ? 5 : 4 },
  };
}

/** A line that holds its value until the next moment. */
function steps<At extends { readonly time: number }>(
  outcome: FridayOutcome,
  moments: readonly At[],
  { x, y }: Pick<PlotScales, 'x' | 'y'>,
  of: (moment: At) => number,
): string {
  let path = '';
  let before = -1;
  for (const [i, one] of moments.entries()) {
    const value = of(one);
    const across = short(x(inUnits(outcome, one.time)));
    if (i === 0) path = `M${across} ${short(y(value))}`;
    else if (value !== before || i === moments.length - 1) path += `H${across}V${short(y(value))}`;
    before = value;
  }
  return path;
}

/** Those ready as a field, and those that start: as bricks where an hour or two are seen, else as a line over it. */
function fleet(outcome: FridayOutcome, moments: readonly Moment[], at: PlotScales): Markup {
  const { x, y, floor } = at;
  const ready = steps(outcome, moments, at, (one) => one.ready);
  const [from, to] = [moments[0], moments.at(-1)].map((one) => inUnits(outcome, one?.time ?? 0));
  const end = to ?? 0;
  const field = `${ready}V${floor}H${x(from ?? 0)}Z`;
  const bricks = outcome.bricks
    .filter(([start]) => inUnits(outcome, start) <= end)
    .map(([start, opens, low, high]) => {
      const [left, right] = [start, opens].map((time) =>
        x(Math.min(end, Math.max(x.domain[0], inUnits(outcome, time)))),
      );
      return `M${short(left ?? 0)} ${short(y(low))}V${short(y(high))}H${short(right ?? 0)}V${short(y(low))}Z`;
    });
  const all = !outcome.isNear && steps(outcome, moments, at, (one) => one.ready + one.starting);
  return svg`<path class="fleet" d="${field}"/>${all && svg`<path class="brick open" d="${all}"/>`}<path class="brick" d="${bricks.join('')}"/><path class="run-line" d="${ready}"/>`;
}

/** How many would be enough, and how many would be busy all the time. */
function need({ target }: FridaySettings, outcome: FridayOutcome, at: PlotScales): Markup {
  const path = (share: number): string => lineOf(outcome, at, ({ load }) => load / share);
  return svg`<path class="sure-line thin" d="${path(target)}"/><path class="seed-line" d="${path(1)}"/>`;
}

function lineOf(
  outcome: FridayOutcome,
  { x, y }: { readonly x: Scale; readonly y: Scale },
  of: (moment: Moment) => number,
): string {
  return (
    outcome.moments
      .map((one, i, list) => [one, of(one), i, list] as const)
      // On a level stretch its ends are enough.
      .filter(([, value, i, list]) => {
        const [before, after] = [list[i - 1], list[i + 1]];
        return !before || !after || of(before) !== value || of(after) !== value;
      })
      .map(
        ([{ time }, value], i) =>
          `${i ? 'L' : 'M'}${short(x(inUnits(outcome, time)))} ${short(y(Math.min(y.domain[1], value)))}`,
      )
      .join('')
  );
}

/** Of those who came in each moment, the share who were late; over the same hours as the servers above. */
function latePanel(outcome: FridayOutcome, moments: readonly Moment[], layout: Layout): Part {
  const height = LOOK[layout].late;
  const [left, right] = [LEFT, WIDTH[layout] - RIGHT];
  const at = {
    x: scalesOf(specOf(outcome, layout, SERVERS)).x,
    y: linear([0, 100], [height - 6, 6]),
  };
  const line = steps(outcome, moments, at, ({ came, late }) =>
    came > 0 ? (100 * late) / came : 0,
  );
  const first = at.x(inUnits(outcome, moments[0]?.time ?? 0));
  const axis = svg`<g class="axis"><path d="M${left} 6V${height - 6}H${right}"/><text x="${left - 7}" y="12" text-anchor="end">100 %</text><text x="${left - 7}" y="${height - 2}" text-anchor="end">0</text></g>`;
  const aside = layout === 'wide' ? 'waited more than a second, or left' : '';
  return panel(
    { title: 'Customers who were late', aside },
    part(
      WIDTH[layout],
      height,
      svg`<path class="late" d="${line}V${height - 6}H${first}Z"/>${axis}`,
    ),
  );
}

function keyOf(layout: Layout): Part {
  const line = (look: string) => (x: number, y: number) =>
    svg`<path class="${look}" d="M${x - 5} ${y}h10"/>`;
  const box = (look: string) => (x: number, y: number) =>
    svg`<path class="${look}" d="M${x - 5} ${y - 5}h10v10h-10z"/>`;
  const isWide = layout === 'wide';
  const key = legend(
    [
      { words: 'ready', swatch: box('fleet') },
      { words: 'starting', swatch: box('brick') },
      { words: isWide ? 'enough for the work' : 'enough', swatch: line('sure-line thin') },
      { words: 'work', swatch: line('seed-line') },
    ],
    WIDTH[layout],
  );
  return { ...key, height: KEY };
}

/** A dot to take hold of, where the least number of servers stands. */
function handle({ minServers }: FridaySettings, { x, y, floor }: PlotScales): Markup {
  const [left, at] = [x.range[0], y(minServers)];
  const hint = svg`<text class="soft" x="${left}" y="${floor + 34}"><tspan class="edit-hint">drag the dot: servers at least</tspan><tspan class="key-hint">↑ ↓ servers at least</tspan></text>`;
  return svg`<path class="hair" d="M${left} ${at}H${x.range[1]}"/><circle class="run-fill" cx="${left}" cy="${at}" r="5"/>${hint}<circle data-handle="least" role="slider" tabindex="0" aria-label="servers at least" aria-orientation="vertical" aria-valuemin="${params.minServers.min}" aria-valuemax="${params.minServers.max}" aria-valuenow="${String(minServers)}" aria-valuetext="${number(minServers)}" cx="${left}" cy="${at}" r="15.2"/>`;
}

/** The dot is taken up and down. */
export const edit: Edit<typeof params, FridayOutcome> = {
  param: 'minServers',
  step: (_, layout) => (LOOK[layout].servers - 66) / SERVERS[1],
  move: ({ minServers }, _, { y: to }, { layout, axes, outcome }) => {
    if (!outcome) return undefined;
    const { y } = scalesOf(specOf(outcome, layout, axes?.['servers'] ?? extentOf(outcome, {})));
    const { min, max } = params.minServers;
    const wanted = Math.round(y.invert(to - KEY - TITLE_AND_NOTE));
    const next = Math.min(max, Math.max(min, wanted));
    return next === minServers ? undefined : String(next);
  },
};
