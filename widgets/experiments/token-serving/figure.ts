/** The figure: the places of the machine for half a minute; how long the first token took, and the others. */
import type { Drawing, Extent, Ghost, Part, Step } from '#kit/draw';
import { below, beside, dotsPath, drawing, ghost, keptExtent, panel, perCent } from '#kit/draw';
import { plain, plot, stacked, svg, waiting, WIDTH } from '#kit/draw';
import type { Edit, View } from '#kit/contract';
import { laneOf, lanesPanel, slotsAt } from './figure-lanes.ts';
import type { TokenOutcome } from './model.ts';
import { HALT, SPAN, type params, type TokenSettings } from './params.ts';
import { ms, seconds } from './say.ts';

type Seen = View<TokenSettings, TokenOutcome>;

/** Moments that are played; the last is the whole run. */
export const MOMENTS = 151;
const STACK = { wide: 52, narrow: 34 } as const;
const GAP = { wide: 24, narrow: 12 } as const;

/** What is drawn of a kind of time. */
interface Row {
  readonly name: 'first' | 'perToken' | 'longest';
  readonly title: string;
  readonly label: string;
  readonly written: (time: number) => string;
  /** Units of the axis in a millisecond, and what it holds as long as that is enough. */
  readonly scale: number;
  readonly extent: Extent;
  readonly format?: (value: number) => string;
}

/** Every second power of ten is written. */
const everySecond = (value: number): string =>
  Math.round(Math.log10(value)) % 2 === 0 ? plain(value) : '';

const FIRST: Row = {
  name: 'first',
  title: 'Until the first token',
  label: 'seconds',
  written: seconds,
  scale: 0.001,
  extent: [0.01, 100],
  format: everySecond,
};
const PER_TOKEN: Row = {
  name: 'perToken',
  title: 'For each further token',
  label: 'milliseconds',
  written: ms,
  scale: 1,
  extent: [10, 1000],
};

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: TokenSettings, outcome: TokenOutcome, view: Seen): Drawing {
  const { layout, moment = MOMENTS - 1 } = view;
  const isOver = moment >= MOMENTS - 1;
  const now = isOver ? SPAN : (SPAN * moment) / (MOMENTS - 1);
  const { part: lanes, still, high } = lanesPanel(settings, outcome, layout, now);
  const width = (WIDTH[layout] - GAP[layout]) / 2;
  const so = isOver ? undefined : firstBy(outcome, now);
  const [first, extent] = timesPanel(FIRST, outcome, width, view, so);
  const [perToken, other] = timesPanel(PER_TOKEN, outcome, width, view);
  const whole = below(10, lanes, beside(GAP[layout], first, waiting(perToken)));
  const label =
    'The places of the machine as lanes over half a minute: prompts are read, texts are written, places wait or are taken. Below, a hundred dots each for the time until the first token and for each further one.';
  const figure = drawing(whole, label, { body: still, y: 0, height: high });
  return { ...figure, axes: { first: extent, perToken: other }, steps: [haltStep(outcome)] };
}

/** How long the first token took of those who are seen, as far as it has come; in ms. */
function firstBy({ jobs }: TokenOutcome, now: number): number[] {
  return jobs.filter(({ first }) => first <= now).map(({ first, came }) => first - came);
}

/** An axis that holds these times, by whole powers of ten. */
function extentOf({ name, scale, extent }: Row, outcome: TokenOutcome): Extent {
  const dots = outcome[name]?.dots ?? [];
  const [low, high] = [dots[0] ?? Infinity, dots.at(-1) ?? 0].map((time) => time * scale) as [
    number,
    number,
  ];
  const power = (value: number, to: 'floor' | 'ceil'): number =>
    10 ** Math[to](Math.log10(Math.max(1e-3, value)) + (to === 'ceil' ? -1e-9 : 1e-9));
  return [
    Math.min(extent[0], low === Infinity ? extent[0] : power(low, 'floor')),
    Math.max(extent[1], high === 0 ? extent[1] : power(high, 'ceil')),
  ];
}

/** A hundred dots over their axis, and half and 99 of them told. */
function timesPanel(
  row: Row,
  outcome: TokenOutcome,
  width: number,
  { layout, axes, ghost: behind }: Seen,
  so?: readonly number[],
): [Part, Extent] {
  const { name, title, label, written, scale, format = plain } = row;
  const times = outcome[name];
  const fresh = extentOf(row, outcome);
  const extent = keptExtent(fresh, fresh, axes?.[name], true);
  const stack = STACK[layout];
  const r = 2;
  const spec = { width, height: stack + 40, right: 4, x: { extent, label, isLog: true, format } };
  const drawn = plot(spec, ({ x, floor }) => {
    const path = (list: readonly number[]): string => {
      const places = list.map((time) => x(Math.min(extent[1], Math.max(extent[0], time * scale))));
      return dotsPath(stacked(places, { r, base: floor, height: stack }), r);
    };
    const other = behind?.outcome[name];
    const line = (time: number): string => `M${Math.round(x(time * scale))} 0V${floor}`;
    const marks =
      times && !so && svg`<path class="sure-line thin" d="${line(times.p50)}${line(times.p99)}"/>`;
    return svg`${behind && other && ghostDots(behind, path(other.dots))}${marks}<path class="run-fill" d="${path(so ?? times?.dots ?? [])}"/>`;
  });
  const told = so
    ? [`${so.length} so far`, '']
    : times
      ? [`p50 ${written(times.p50)}`, `p99 ${written(times.p99)}`]
      : [name === 'first' ? 'the queue has no end' : 'answers of one token', ''];
  const [half = '', most = ''] = told;
  // On a phone each has a line of its own; an empty one keeps its room.
  const words =
    layout === 'wide'
      ? { note: most ? `${half} · ${most}` : half }
      : { aside: half, note: most || ' ' };
  return [panel({ title, ...words, behind }, drawn), extent];
}

function ghostDots(run: Ghost, d: string) {
  return ghost(run, (look) => svg`<path class="${look}" d="${d}"/>`);
}

/** The longest time that each text stood still, and of how many that is too long. */
function haltStep({ longest, halted, late }: TokenOutcome): Step {
  const width = 300;
  const most = Math.max(1000, longest?.dots.at(-1) ?? 0);
  const extent = [10, 10 ** Math.ceil(Math.log10(most) - 1e-9)] as const;
  const spec = {
    width,
    height: 110,
    right: 8,
    x: { extent, label: 'longest wait for a token, ms', isLog: true },
  };
  const drawn = plot(spec, ({ x, floor }) => {
    const places = (longest?.dots ?? []).map((time) => x(Math.max(10, time)));
    const at = x(HALT);
    return svg`<path class="sure-line thin" d="M${at} 0V${floor}"/><text class="soft" x="${at + 6}" y="11">a halt</text><path class="run-fill" d="${dotsPath(stacked(places, { r: 2.5, base: floor, height: 52 }), 2.5)}"/>`;
  });
  const whole = panel({ title: 'A dot: one answer in a hundred' }, drawn);
  return {
    width,
    height: Math.ceil(whole.height),
    body: whole.body,
    name: 'halts',
    asks: 'Does the text come evenly?',
    label: 'The longest time between two tokens of an answer, as a hundred dots.',
    says:
      halted === 0
        ? 'No text halts: no token comes more than a quarter of a second after the one before.'
        : `In ${perCent(halted, 0)} of the answers, the text halts at least once: a token comes more than a quarter of a second after the one before. Of all tokens, ${perCent(late, 1)} do.`,
  };
}

/** The edge of the places is taken up and down. */
export const edit: Edit<typeof params, TokenOutcome> = {
  param: 'slots',
  step: (_, layout) => laneOf(layout),
  move: ({ slots }, _, { y }, { layout }) => {
    const wanted = slotsAt(y, layout);
    return wanted === slots ? undefined : String(wanted);
  },
};
