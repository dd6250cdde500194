/** The figure: the places of the machine for half a minute; how long the first token took, and the others. */
import { extent, range } from 'd3-array';
import type { Cell, Drawing, Extent, Part } from '#kit/draw';
import { band, below, beside, byHandles, cells, chart, drawing, handle, labelAt } from '#kit/draw';
import { later, named, number, perCent, pileOfDots, plain, rule, steps } from '#kit/draw';
import { toStep, waiting, WIDTH, words } from '#kit/draw';
import type { Layout, SeenRun, View } from '#kit/contract';
import { within } from '#kit/numbers';
import type { Job, TokenOutcome } from './model.ts';
import { HALT, MOMENTS, params, SPAN, timeAt, type TokenSettings } from './params.ts';
import { ms, seconds, standing } from './say.ts';

type Seen = View<TokenSettings, TokenOutcome>;
type One = SeenRun<TokenSettings, TokenOutcome>;

const GAP = { wide: 24, narrow: 12 } as const;
/** Lanes and people who wait have so many rows, each so high; more people are only counted. */
const ROWS = params.slots.max + 4;
const LANE = { wide: 4, narrow: 3 } as const;
const LABEL =
  'The places of the machine as lanes over half a minute: prompts are read, texts are written, places wait or are taken. Below, a hundred dots each for the time until the first token and for each further one.';

/** What is drawn of a kind of time: units of its axis in a millisecond, and what the axis holds as long as that is enough. */
const TIMES = {
  first: {
    ...{ title: 'Until the first token', label: 'seconds', none: 'the queue has no end' },
    ...{ scale: 0.001, holds: [0.01, 100], written: (time: number) => seconds(time) },
  },
  perToken: {
    ...{ title: 'For each further token', label: 'milliseconds', none: 'answers of one token' },
    ...{ scale: 1, holds: [10, 1000], written: ms },
  },
  longest: {
    ...{ title: 'The longest pause of an answer', label: 'milliseconds', none: 'no pauses' },
    ...{ scale: 1, holds: [10, 1000], written: ms },
  },
} as const;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: TokenSettings, outcome: TokenOutcome, view: Seen): Drawing {
  const { layout, moment = MOMENTS - 1 } = view;
  const now = timeAt(moment);
  const run = { settings, outcome };
  const came = outcome.jobs.filter(({ first }) => first <= now);
  const soFar = moment < MOMENTS - 1 ? came.map(({ first, came }) => first - came) : undefined;
  const times = beside(
    GAP[layout],
    timesPanel('first', run, view, soFar),
    waiting(timesPanel('perToken', run, view)),
  );
  const whole = below(10, lanesPanel(run, layout, now), times);
  const { halted, late } = outcome;
  const pauses = toStep(timesPanel('longest', run, { ...view, layout: 'wide' }), {
    name: 'halts',
    asks: 'Does the text come evenly?',
    label: 'The longest time between two tokens of an answer, as a hundred dots.',
    says:
      halted === 0
        ? 'No text halts: no token comes more than a quarter of a second after the one before.'
        : `In ${perCent(halted, 0)} of the answers, the text halts at least once: a token comes more than a quarter of a second after the one before. Of all tokens, ${perCent(late, 1)} do.`,
  });
  return { ...drawing(whole, LABEL), steps: [pauses] };
}

/** The places as lanes: who is in which; and, hanging from their edge, how many wait for one, at `now` in ms. */
function lanesPanel({ settings, outcome }: One, layout: Layout, now: number): Part {
  const { slots, policy } = settings;
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
    title:
      policy === 'static'
        ? 'Whoever is done keeps the place of the batch'
        : 'A place that falls free is taken',
    note: later(
      `It can serve ${number(outcome.capacity, outcome.capacity < 1 ? 2 : 1)} requests a second`,
    ),
    aside: standing(settings, outcome, now),
    ...{ view: { layout }, height: 43 + ROWS * LANE[layout], left: 1, right: 1, top: 5, foot: 38 },
    keyBelow: true,
    x: {
      ...{ extent: [0, SPAN], label: 'seconds', ticks: { wide: 7, narrow: 4 } },
      format: (time) => plain(time / 1000),
    },
    y: { extent: [ROWS, 0], isHidden: true },
    marks: [
      band({ y: [0, slots] }),
      cells(blocks('first', 'end'), { key: 'text is written' }),
      cells(halts(0, slots), { look: 'band' }),
      cells(blocks('start', 'first'), { look: 'cat-1', key: 'prompt is read' }),
      cells(halts(-1.2, -0.5), { look: 'wrong', key: 'all texts halt' }),
      cells(blocks('end', 'until'), { look: 'before', key: 'complete, place kept' }),
      steps(
        [0, ...changes.map(([time]) => time), now],
        counts.map((one) => Math.min(ROWS, slots + one)),
        { isFilled: true, base: slots, look: 'before pale', key: 'people who wait' },
      ),
      rule({ y: slots }, { look: 'run-line thin', waits: true }),
      handle({
        ...{ sets: 'slots', param: params.slots, value: slots, along: 'y', at: slots },
        ...{ name: 'places', told: `${slots} ${slots === 1 ? 'place' : 'places'}` },
        ...{ hint: 'drag the edge of the places', keys: '↑ ↓ places', waits: true },
      }),
    ],
  });
}

/** A hundred dots over their axis, which is kept in whole powers of ten, and half and 99 of them told; of a run that is played those so far. */
function timesPanel(
  name: keyof typeof TIMES,
  run: One,
  view: Seen,
  soFar?: readonly number[],
): Part {
  const { title, label, written, scale, holds, none } = TIMES[name];
  const times = run.outcome[name];
  const all = [...holds, ...(times?.dots ?? []).map((time) => Math.max(1e-3, time * scale))];
  const [low, high] = extent(all) as unknown as Extent;
  const [least, most] = [
    Math.floor(Math.log10(low) + 1e-9),
    Math.ceil(Math.log10(high) - 1e-9),
  ] as const;
  const ends = [10 ** least, 10 ** most] as const;
  // Of many powers every second is told.
  const by = most - least > 3 ? 2 : 1;
  const powers = range(most, least - 1, -by).reverse();
  const ticks = powers.map((power) => Number(`1e${power}`));
  const told = times && [
    { value: times.p50 * scale, text: `half within ${written(times.p50)}` },
    { value: times.p99 * scale, text: `99 of 100 within ${written(times.p99)}` },
  ];
  return chart<TokenSettings, TokenOutcome>({
    ...{ title, view, run, height: { wide: 118, narrow: 104 }, right: 4, top: 0 },
    width: (WIDTH[view.layout] - GAP[view.layout]) / 2,
    x: { extent: ends, label, isLog: true, keep: name, ticks },
    marks: ({ outcome }) => {
      const dots = (outcome === run.outcome && soFar) || (outcome[name]?.dots ?? []);
      return [
        name === 'longest'
          ? named([{ value: HALT, text: 'a halt', look: 'dashed' }])
          : told && !soFar && named(told),
        !times && words(none, ({ right }, text) => [labelAt(text, right / 2, 30, 'middle')]),
        pileOfDots(
          dots.map((time) => Math.min(ends[1], time * scale)),
          { r: 2, stack: view.layout === 'wide' ? 44 : 30 },
        ),
      ];
    },
  });
}

/** The edge of the places is taken up and down. */
export const edit = byHandles<typeof params, TokenOutcome>(params, 'slots');
