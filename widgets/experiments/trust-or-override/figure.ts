/** The figure: mails of each kind by their log-odds of spam, and the line above which they are flagged. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Mark } from '#kit/draw';
import { behind, below, byHandles, chart, drawing, handle, number, percent } from '#kit/draw';
import { plain, short, special, steps, svg, waiting } from '#kit/draw';
import { drawDesk } from './figure-desk.ts';
import { wordsStep } from './figure-steps.ts';
import { BINS, homeOf, stepOf, type Kind, type TrustOutcome } from './outcome.ts';
import { params, type TrustSettings } from './params.ts';
import { CALLED } from './say.ts';

type Seen = View<TrustSettings, TrustOutcome>;

/** Heights of a row’s words and of its bars, from one row to the next, the room of the knob above them, and its place. */
const [WORDS, BARS, PITCH, KNOB, TOP] = [16, 34, 58, 24, 10];
/** The share of a kind in one bin that is drawn at full height. */
const FULL = 0.12;
/** Room at the ends of the axis. */
const SIDE = 10;
const EDGES = range(BINS.from, BINS.to + BINS.width, BINS.width);
const KEY = { 'mail-right': 'judged correctly', wrong: 'judged wrongly' };

const LABEL =
  'Emails of each kind as bars over an axis of log-odds of spam, and an upright line; what lies to the right of it is flagged.';

/** Draws the run, or a step of its training, for a page or a phone. */
export function draw(settings: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  if (outcome.isAtDesk) return drawDesk(settings, outcome, view);
  // Another run is seen at the end of its training. Heights are in units of the drawing.
  const rows = (top: number, kinds: readonly Kind[], run: TrustOutcome) => {
    const step = run === outcome ? view.moment : undefined;
    return kinds.flatMap((kind, i) => rowOf(run, kind, top + i * PITCH, step));
  };
  const shared = { view, run: { settings, outcome }, left: SIDE, right: SIDE };
  const x = { extent: [BINS.from, BINS.to], label: 'log-odds of spam', ticks: 7 } as const;
  const { right, of } = homeOf(outcome, view.moment);
  const [home, away] = [KNOB + 2 * PITCH, 2 * PITCH];
  const whole = below(
    6,
    chart<TrustSettings, TrustOutcome>({
      ...shared,
      title: `${percent(right / of)} of the office’s mail judged correctly`,
      note: `${number(of)} emails that it has not learned from`,
      height: home + 40,
      top: TOP,
      x,
      y: { extent: [home, TOP], isHidden: true },
      marks: (run) => [...rows(KNOB, ['genuine', 'spam'], run.outcome), ...knob(run.outcome)],
      keyBelow: true,
    }),
    waiting(
      chart<TrustSettings, TrustOutcome>({
        ...shared,
        height: away,
        top: 0,
        foot: 0,
        x: { ...x, isHidden: true },
        y: { extent: [away, 0], isHidden: true },
        marks: (run) => rows(0, ['newsletters', 'laterSpam'], run.outcome),
      }),
    ),
  );
  return { ...drawing(whole, LABEL), steps: [wordsStep(outcome)] };
}

/** One kind of mail from its top: its name, how many are flagged, its bars on both sides of the line, and those of another run. */
function rowOf(run: TrustOutcome, kind: Kind, top: number, step?: number): readonly Mark[] {
  const { threshold, groups } = run;
  const { isSpam, count } = groups[kind];
  const floor = top + WORDS + BARS;
  const { bins, flagged } = stepOf(run, kind, step);
  const heights = bins.map((one) => Math.min(1, one / count / FULL) * BARS);
  const outline = heights.map((height) => floor - height);
  const tops = heights.map((height) => floor - (height && Math.max(1, height)));
  const half = (edges: readonly number[], levels: readonly number[], isRight: boolean) => {
    const look = isRight ? 'mail-right' : 'wrong';
    // One row of the chart has the key.
    const key = kind === 'genuine' && { key: KEY[look] };
    return steps(edges, levels, { isFilled: true, base: floor, isGround: true, look, ...key });
  };
  const passed = EDGES.filter((edge) => edge < threshold);
  const held = EDGES.filter((edge) => edge > threshold);
  const name = CALLED[kind].charAt(0).toUpperCase() + CALLED[kind].slice(1);
  const told = `${number(flagged)} of ${number(count)} flagged`;
  return [
    half([...passed, threshold], tops.slice(0, passed.length), !isSpam),
    half([threshold, ...held], tops.slice(-held.length), isSpam),
    behind(steps(EDGES, outline)),
    special(
      ({ x, right }) =>
        svg`<text class="words" x="${SIDE}" y="${top + 12}">${name}</text><text class="${isSpam ? 'soft' : 'strong'}" x="${right}" y="${top + 12}" text-anchor="end">${told}</text><path class="hair" d="M${SIDE} ${floor}H${right}"/><path class="run-line thin" d="M${short(x(threshold))} ${floor - BARS}V${floor}"/>`,
      { still: false },
    ),
  ];
}

/** What the line is taken by, with words that say what it does. */
function knob({ threshold }: TrustOutcome): readonly Mark[] {
  const told = `flagged above ${plain(threshold)}`;
  return [
    special(
      ({ x, left, right }) => {
        const at = x(threshold);
        const isLeft = at > (left + right) / 2;
        return svg`<text class="run" x="${at + (isLeft ? -19 : 19)}" y="15" text-anchor="${isLeft ? 'end' : 'start'}">${told}</text><path class="run-line" d="M${short(at)} ${TOP}V${KNOB}"/>`;
      },
      { still: false },
    ),
    handle({
      sets: 'threshold',
      param: params.threshold,
      value: threshold,
      along: 'x',
      at: threshold,
      across: TOP,
      dot: true,
      name: 'line above which emails are flagged',
      told,
      keys: '← and → move the line',
    }),
  ];
}

/** The line is taken along the axis, by steps of its control. */
export const edit = byHandles<typeof params, TrustOutcome>(params, 'threshold');
