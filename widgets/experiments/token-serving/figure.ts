/** The figure: the places of the machine for half a minute; how long the first token took, and the others. */
import type { Cell, Drawing, Part } from '#kit/draw';
import { band, below, beside, byHandles, cells, chart, drawing, handle, perCent } from '#kit/draw';
import { pileOfDots, plain, rule, steps, toStep, waiting, WIDTH } from '#kit/draw';
import type { Layout, SeenRun, View } from '#kit/contract';
import { within } from '#kit/numbers';
import type { Job, TokenOutcome } from './model.ts';
import { HALT, params, SPAN, type TokenSettings } from './params.ts';
import { ms, seconds, standing } from './say.ts';

type Seen = View<TokenSettings, TokenOutcome>;
type One = SeenRun<TokenSettings, TokenOutcome>;

/** Moments that are played; the last is the whole run. */
export const MOMENTS = 151;
const GAP = { wide: 24, narrow: 12 } as const;
/** Lanes and people who wait have so many rows, each so high; more people are only counted. */
const ROWS = params.slots.max + 4;
const LANE = { wide: 4, narrow: 3 } as const;
const LABEL =
  'The places of the machine as lanes over half a minute: prompts are read, texts are written, places wait or are taken. Below, a hundred dots each for the time until the first token and for each further one.';

/** What is drawn of a kind of time: units of its axis in a millisecond, and what the axis holds as long as that is enough. */
const TIMES = {
  first: {
    title: 'Until the first token',
    label: 'seconds',
    written: (time: number) => seconds(time),
    ...{ scale: 0.001, least: 0.01, most: 100 },
    // Every second power of ten is written.
    format: (value: number) => (Math.round(Math.log10(value)) % 2 === 0 ? plain(value) : ''),
    none: 'the queue has no end',
  },
  perToken: {
    title: 'For each further token',
    label: 'milliseconds',
    written: ms,
    ...{ scale: 1, least: 10, most: 1000 },
    format: plain,
    none: 'answers of one token',
  },
} as const;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: TokenSettings, outcome: TokenOutcome, view: Seen): Drawing {
  const { layout, moment = MOMENTS - 1 } = view;
  const isOver = moment >= MOMENTS - 1;
  const now = isOver ? SPAN : (SPAN * moment) / (MOMENTS - 1);
  const run = { settings, outcome };
  const came = outcome.jobs.filter(({ first }) => first <= now);
  const soFar = isOver ? undefined : came.map(({ first, came }) => first - came);
  const whole = below(
    10,
    lanesPanel(run, layout, now),
    beside(
      GAP[layout],
      timesPanel('first', run, view, soFar),
      waiting(timesPanel('perToken', run, view)),
    ),
  );
  return { ...drawing(whole, LABEL), steps: [haltStep(outcome)] };
}

/** The places as lanes: who is in which; and, hanging from their edge, how many wait for one, at `now` in ms. */
function lanesPanel({ settings, outcome }: One, layout: Layout, now: number): Part {
  const { slots } = settings;
  const { jobs, come, waiting: wait } = outcome;
  const at = (time: number): number => within(0, time, now);
  // What is too short to be seen is drawn as a hair.
  const hair = (0.6 * SPAN) / WIDTH[layout];
  const blocks = (from: keyof Job, to: keyof Job): readonly Cell[] =>
    jobs
      .filter((job) => job[from] < now && job[to] > 0 && job[to] > job[from])
      .map((job) => [
        [at(job[from]), Math.max(at(job[to]), at(job[from]) + hair)],
        [job.slot, job.slot + 1 - 1 / LANE[layout]],
      ]);
  const halts = (from: number, to: number): readonly Cell[] =>
    outcome.halts
      .filter(([begin]) => begin < now)
      .map(([begin, end]) => [
        [at(begin), at(end)],
        [from, to],
      ]);
  const changes = [
    ...come.map((time) => [time, 1] as const),
    ...jobs.filter(({ start }) => start >= 0).map(({ start }) => [start, -1] as const),
  ]
    .filter(([time]) => time <= now)
    .sort(([one], [other]) => one - other);
  let count = wait;
  const counts = [count, ...changes.map(([, by]) => (count += by))];
  return chart({
    title: 'The places of the machine',
    // On a phone the words below the title may be long or short, and nothing moves.
    [layout === 'wide' ? 'aside' : 'note']: standing(settings, outcome, now),
    ...{ view: { layout }, height: 43 + ROWS * LANE[layout], left: 1, right: 1, top: 5, foot: 38 },
    keyBelow: true,
    x: {
      extent: [0, SPAN],
      label: 'seconds',
      ticks: { wide: 7, narrow: 4 },
      format: (time) => plain(time / 1000),
    },
    y: { extent: [ROWS, 0], isHidden: true },
    marks: [
      band({ y: [0, slots] }),
      cells(blocks('first', 'end'), { key: 'text is written' }),
      cells(halts(0, slots), { look: 'halts' }),
      cells(blocks('start', 'first'), { look: 'cat-1', key: 'prompt is read' }),
      cells(halts(-1.2, -0.5), { look: 'wrong', key: 'all texts halt' }),
      cells(blocks('end', 'until'), { look: 'before pale', key: 'complete, place kept' }),
      steps(
        [0, ...changes.map(([time]) => time), now],
        counts.map((one) => Math.min(ROWS, slots + one)),
        { isFilled: true, base: slots, look: 'before queue', key: 'people who wait' },
      ),
      rule({ y: slots }, { look: 'run-line thin', waits: true }),
      handle({
        ...{ sets: 'slots', param: params.slots, value: slots, along: 'y', at: slots },
        name: 'places',
        told: `${slots} ${slots === 1 ? 'place' : 'places'}`,
        hint: 'drag the edge of the places',
        keys: '↑ ↓ places',
        waits: true,
      }),
    ],
  });
}

/** A hundred dots over their axis, which is kept in whole powers of ten, and half and 99 of them told; of a run that is played those so far. */
function timesPanel(
  name: 'first' | 'perToken',
  run: One,
  view: Seen,
  soFar?: readonly number[],
): Part {
  const { title, label, written, scale, least, most, format, none } = TIMES[name];
  const isWide = view.layout === 'wide';
  const times = run.outcome[name];
  const [low, high] = [times?.dots[0] ?? Infinity, times?.dots.at(-1) ?? 0];
  const down = 10 ** Math.floor(Math.log10(Math.max(1e-3, low * scale)) + 1e-9);
  const up = 10 ** Math.ceil(Math.log10(Math.max(1e-3, high * scale)) - 1e-9);
  const extent = [Math.min(least, down), Math.max(most, up)] as const;
  const half = soFar ? `${soFar.length} so far` : times ? `p50 ${written(times.p50)}` : none;
  const rest = times && !soFar ? `p99 ${written(times.p99)}` : '';
  return chart<TokenSettings, TokenOutcome>({
    title,
    // On a phone each has a line of its own; an empty one keeps its room.
    ...(isWide ? { note: rest ? `${half} · ${rest}` : half } : { aside: half, note: rest || ' ' }),
    ...{ view, run, height: { wide: 92, narrow: 74 }, right: 4, top: 0 },
    width: (WIDTH[view.layout] - GAP[view.layout]) / 2,
    x: { extent, label, isLog: true, format, keep: name },
    marks: ({ outcome }) => {
      const some = outcome[name];
      const isPlayed = outcome === run.outcome && soFar;
      return [
        ...(some && !soFar ? [some.p50, some.p99] : []).map((time) =>
          rule({ x: time * scale }, { look: 'sure-line thin', still: false }),
        ),
        pileOfDots(
          (isPlayed || (some?.dots ?? [])).map((time) => Math.min(extent[1], time * scale)),
          { r: 2, stack: isWide ? 52 : 34 },
        ),
      ];
    },
  });
}

/** The longest time that each text stood still, and of how many that is too long. */
function haltStep({ longest, halted, late }: TokenOutcome) {
  const most = Math.max(1000, longest?.dots.at(-1) ?? 0);
  const extent = [10, 10 ** Math.ceil(Math.log10(most) - 1e-9)] as const;
  const drawn = chart({
    title: 'A dot: one answer in a hundred',
    ...{ width: 300, height: 110, top: 3 },
    x: { extent, label: 'longest wait for a token, ms', isLog: true },
    marks: [
      rule({ x: HALT }, { look: 'sure-line thin', words: 'a halt' }),
      pileOfDots(longest?.dots ?? [], { r: 2.5, stack: 52 }),
    ],
  });
  return toStep(drawn, {
    name: 'halts',
    asks: 'Does the text come evenly?',
    label: 'The longest time between two tokens of an answer, as a hundred dots.',
    says:
      halted === 0
        ? 'No text halts: no token comes more than a quarter of a second after the one before.'
        : `In ${perCent(halted, 0)} of the answers, the text halts at least once: a token comes more than a quarter of a second after the one before. Of all tokens, ${perCent(late, 1)} do.`,
  });
}

/** The edge of the places is taken up and down. */
export const edit = byHandles<typeof params, TokenOutcome>(params, 'slots');
