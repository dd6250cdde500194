/** The figure: mails of each kind by their log-odds of spam, and the line above which they are flagged. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Part } from '#kit/draw';
import { behind, below, byHandles, chart, drawing, handle, labelAt, number } from '#kit/draw';
import { panel, percent, plain, rule, steps, waiting, words } from '#kit/draw';
import { drawDesk } from './figure-desk.ts';
import { wordsStep } from './figure-steps.ts';
import { BINS, flaggedOf, homeOf, stepOf, type Kind, type TrustOutcome } from './outcome.ts';
import { params, type TrustSettings } from './params.ts';
import { CALLED } from './say.ts';

type Seen = View<TrustSettings, TrustOutcome>;

/** The height of the bars, and the share of a kind in one bin that is as high. */
const [HIGH, FULL] = [34, 0.12];
const EDGES = range(BINS.from, BINS.to + BINS.width, BINS.width);

const LABEL =
  'Emails of each kind as bars over an axis of log-odds of spam, and an upright line; what lies to the right of it is flagged.';

/** Draws the run, or a step of its training, for a page or a phone. */
export function draw(settings: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  if (outcome.isAtDesk) return drawDesk(settings, outcome, view);
  const { right, of } = homeOf(outcome, view.moment);
  const title = `${percent(right / of)} of the office’s mail judged correctly`;
  const note = `${number(of)} emails that it has not learned from`;
  const row = (kind: Kind): Part => rowOf(kind, settings, outcome, view);
  const [genuine, spam] = [row('genuine'), row('spam')];
  const later = waiting(below(6, row('newsletters'), row('laterSpam')));
  const whole = panel({ title, note, behind: view.ghost }, below(6, genuine, spam, later));
  return { ...drawing(whole, LABEL), steps: [wordsStep(outcome)] };
}

/** One kind of mail: its name, how many are flagged, its bars on both sides of the line, and those of another run. */
function rowOf(kind: Kind, settings: TrustSettings, outcome: TrustOutcome, view: Seen): Part {
  const { threshold, groups } = outcome;
  const { count, isSpam } = groups[kind];
  // One row has what all share: the axis, the key, and the handle.
  const hasAxis = kind === 'spam';
  const foot = hasAxis ? 40 : 1;
  const told = `flagged above ${plain(threshold)}`;
  const drawn = chart<TrustSettings, TrustOutcome>({
    view,
    run: { settings, outcome },
    height: HIGH + foot,
    ...{ left: 10, right: 10, top: 0, foot },
    x: { extent: [BINS.from, BINS.to], label: 'log-odds of spam', ticks: 7, isBare: !hasAxis },
    y: { extent: [0, FULL], isHidden: true },
    marks: ({ outcome: run }) => {
      // Another run is seen at the end of its training.
      const { bins } = stepOf(run, kind, run === outcome ? view.moment : undefined);
      const levels = bins.map((one) => Math.min(FULL, one / count));
      const half = (end: typeof Math.min, isRight: boolean) =>
        steps(
          EDGES.map((edge) => end(edge, threshold)),
          levels,
          {
            ...{ isFilled: true, isGround: true, look: isRight ? 'right' : 'wrong' },
            ...(hasAxis && { key: isRight ? 'judged correctly' : 'judged wrongly' }),
          },
        );
      return [
        half(Math.min, !isSpam),
        half(Math.max, isSpam),
        behind(steps(EDGES, levels)),
        rule({ x: threshold }, { look: 'run-line thin', twice: false }),
        hasAxis &&
          words(told, ({ x, top }, text) => [labelAt(text, x(threshold) - 6, top + 8, 'end')], {
            say: 'run',
          }),
        hasAxis &&
          handle({
            ...{ sets: 'threshold', param: params.threshold, value: threshold, told },
            ...{ along: 'x', at: threshold, name: 'line above which emails are flagged' },
            keys: '← and → move the line',
          }),
      ];
    },
    keyBelow: true,
  });
  const flagged = number(flaggedOf(outcome, kind, view.moment));
  const title = CALLED[kind].charAt(0).toUpperCase() + CALLED[kind].slice(1);
  return panel({ title, aside: `${flagged} of ${number(count)} flagged` }, drawn);
}

/** The line is taken along the axis, by steps of its control. */
export const edit = byHandles<typeof params, TrustOutcome>(params, 'threshold');
