/** The figure: mails of each kind by their log-odds of spam, and the line above which they are flagged; or the desk. */
import { group } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Ground, Part, Point } from '#kit/draw';
import { behind, below, byHandles, chart, dots, drawing, handle, labelAt, number } from '#kit/draw';
import { panel, percent, plain, rule, steps, waiting, words } from '#kit/draw';
import { freeStep, rulesStep, wordsStep } from './figure-steps.ts';
import type { Kind } from './mails.ts';
import { EDGES, homeOf, isDone, isRightAt, mailAt, SPAN, stepOf } from './outcome.ts';
import type { TrustOutcome } from './outcome.ts';
import { params, type TrustSettings } from './params.ts';
import { CALLED } from './say.ts';

type Seen = View<TrustSettings, TrustOutcome>;

/** The height of the bars, and the share of a kind in one bin that is as high. */
const [HIGH, FULL] = [34, 0.12];
/** What is round the mail of now. */
const FRAME = { r: 9, sign: 1, look: 'run-line', twice: false };

const FILTER =
  'Emails of each kind as bars over an axis of log-odds of spam, and an upright line; what lies to the right of it is flagged.';
const DESK =
  'A mark for each email, in two charts: with an explanation, and without. Emails that were let through are at the upper height.';

/** Draws the run, or a step of its training, for a page or a phone. */
export function draw(settings: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  if (outcome.isAtDesk) return drawDesk(settings, outcome, view);
  const { right, of } = homeOf(outcome, view.moment);
  const title = `${percent(right / of)} of the office’s mail judged correctly`;
  const note = `${number(of)} emails that it has not learned from`;
  const row = (kind: Kind): Part => rowOf(kind, settings, outcome, view);
  const others = waiting(below(6, row('newsletters'), row('laterSpam')));
  const whole = below(6, row('genuine'), row('spam'), others);
  const drawn = drawing(panel({ title, note, behind: view.ghost }, whole), FILTER);
  return { ...drawn, steps: [wordsStep(outcome)] };
}

/** One kind of mail: its name, how many are flagged, its bars on both sides of the line, and those of another run. */
function rowOf(kind: Kind, settings: TrustSettings, outcome: TrustOutcome, view: Seen): Part {
  const { threshold, groups } = outcome;
  const { count, isSpam } = groups[kind];
  // One row has what all share: the axis, the key, and the handle.
  const hasAxis = kind === 'spam';
  const foot = hasAxis ? 40 : 1;
  const told = `flagged above ${plain(threshold)}`;
  const place = ({ x, top }: Ground) => [labelAt(told, x(threshold) - 6, top + 8, 'end')];
  const line = handle({
    ...{ sets: 'threshold', param: params.threshold, value: threshold, told },
    ...{ along: 'x', at: threshold, name: 'line above which emails are flagged' },
    keys: '← and → move the line',
  });
  const drawn = chart<TrustSettings, TrustOutcome>({
    ...{ view, run: { settings, outcome }, keyBelow: true },
    ...{ height: HIGH + foot, left: 10, right: 10, top: 0, foot },
    x: { extent: SPAN, label: 'log-odds of spam', ticks: 7, isBare: !hasAxis },
    y: { extent: [0, FULL], isHidden: true },
    marks: ({ outcome: run }) => {
      // Another run is seen at the end of its training.
      const { bins } = stepOf(run, kind, run === outcome ? view.moment : undefined);
      const levels = bins.map((one) => Math.min(FULL, one / count));
      const side = (end: typeof Math.min, isRight: boolean) => {
        const look = isRight ? 'right' : 'wrong';
        const key = hasAxis && { key: isRight ? 'judged correctly' : 'judged wrongly' };
        const edges = EDGES.map((edge) => end(edge, threshold));
        return steps(edges, levels, { isFilled: true, isGround: true, look, ...key });
      };
      return [
        side(Math.min, !isSpam),
        side(Math.max, isSpam),
        behind(steps(EDGES, levels)),
        rule({ x: threshold }, { look: 'run-line thin', twice: false }),
        hasAxis && words(told, place, { say: 'run' }),
        hasAxis && line,
      ];
    },
  });
  const { flagged } = stepOf(outcome, kind, view.moment);
  const title = CALLED[kind].charAt(0).toUpperCase() + CALLED[kind].slice(1);
  return panel({ title, aside: `${flagged} of ${count} flagged` }, drawn);
}

/** Draws the reader’s decisions for a page or a phone. */
function drawDesk(settings: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  const { desk, reader } = outcome;
  const now = mailAt(outcome, view.moment);
  const isOver = isDone(outcome);
  const judged = (i: number): string => (isRightAt(outcome, i) ? 'right' : 'wrong-line');
  const lookOf = (i: number): string =>
    i >= reader.decided ? 'ring' : isOver ? judged(i) : 'before';
  // An open mail lies between the two heights.
  const placeOf = (i: number): Point => [i + 1, { a: 0, o: 1, '': 0.5 }[reader.decisions[i] ?? '']];
  const half = (title: string, isExplained: boolean, foot: number): Part => {
    const mine = desk.flatMap((mail, i) => (mail.isExplained === isExplained ? [i] : []));
    const all = mine.length;
    const { right, of } = reader[isExplained ? 'explained' : 'plain'];
    const aside = isOver ? `${right} of ${all} decided rightly` : `${of} of ${all} decided`;
    return chart<TrustSettings, TrustOutcome>({
      ...{ title, aside, view, run: { settings, outcome } },
      ...{ height: 40 + foot, top: 0, foot },
      x: {
        ...{ extent: [0.5, 20.5], label: 'emails, in their order', isBare: foot === 1 },
        ticks: [1, 5, 10, 15, 20],
      },
      y: { extent: [-0.5, 1.5], ticks: [0, 1], format: (at) => (at ? 'let through' : 'accepted') },
      marks: (run) => [
        behind(rule({ x: run.outcome.reader.decided + 0.5 })),
        ...Array.from(group(mine, lookOf), ([look, mails]) =>
          dots(mails.map(placeOf), { r: 6, sign: look === 'wrong-line' ? 5 : 1, look }),
        ),
        dots(mine.filter((i) => i === now).map(placeOf), FRAME),
      ],
    });
  };
  const whole = below(8, half('With an explanation', true, 1), half('Without', false, 40));
  return { ...drawing(whole, DESK), steps: [freeStep(outcome), rulesStep(outcome)] };
}

/** The line is taken along the axis, by steps of its control. */
export const edit = byHandles<typeof params, TrustOutcome>(params, 'threshold');
