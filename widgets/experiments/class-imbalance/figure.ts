/** The figure: messages as squares first; behind the prediction what 99 % hides, and single messages; then charts that are asked for. */
import type { Drawing, Part } from '#kit/draw';
import { behind, below, beside, byHandles, chart, drawing, ghostLine, handle } from '#kit/draw';
import { hundred, later, nearly, number, oneIn, panel, percent, rule, shortened } from '#kit/draw';
import { special, squares, squaresEdge, squaresLegend, svg, waiting } from '#kit/draw';
import { placed, thresholdAt } from './alarm-line.ts';
import { stepsOf, type Seen } from './figure-charts.ts';
import { fatesOf, probabilityOf, standingOf, thresholdOf } from './outcome.ts';
import type { ImbalanceOutcome } from './outcome.ts';
import { params, type ImbalanceSettings } from './params.ts';

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  '1,000 messages as squares, those judged wrong first; 100 spam messages and 100 alarms.';
const LISTED = 'Twelve messages by score.';

/** From the alarm line up to the middle of what it is taken by. */
const UP = 8;
/** The squares are low, for on a phone they stand above the controls. */
const FIELD = { columns: 50, pitch: 6.4 };
const SPAM = { of: 'spam', measure: 'recall', right: 'caught', other: 'missed' };
const ALARMS = { of: 'alarms', measure: 'precision', right: 'real', other: 'false' };

/** One complete picture in one layout. */
export function draw(settings: ImbalanceSettings, outcome: ImbalanceOutcome, view: Seen): Drawing {
  const { recall, precision } = standingOf(outcome);
  const spam = waiting(hundred({ ...SPAM, look: 'cell-wrong' }, recall));
  const alarms = waiting(hundred({ ...ALARMS, look: 'cell-alarm' }, precision ?? { why: '' }));
  const main = below(14, drawMessages(outcome, view), beside(38, spam, alarms));
  const list = drawList(settings, outcome, view);
  const drawn =
    view.layout === 'narrow'
      ? drawing(main, DESCRIBED, undefined, { whole: list, label: LISTED })
      : drawing(beside(28, main, waiting(list)), `${DESCRIBED} ${LISTED}`);
  return { ...drawn, steps: stepsOf(settings, outcome, view) };
}

/** 1,000 messages, those judged wrong first; later which others are spam. Behind them, how far another run's wrong ones came. */
function drawMessages(outcome: ImbalanceOutcome, { ghost }: Seen): Part {
  const { right, wrong, lost, held, found } = fatesOf(outcome);
  const seen = squares(FIELD, { 'cell-wrong': lost, 'cell-alarm': held, 'cell-quiet': right });
  const body = svg`${seen.body}${later(squares(FIELD, { 'cell-right': found }, wrong).body)}`;
  const before = ghostLine(ghost, (run) => squaresEdge(FIELD, fatesOf(run.outcome).wrong));
  const still = { body, y: -2, width: seen.width, height: seen.height + 4 };
  const key = squaresLegend({
    'cell-wrong': `${lost} spam missed`,
    'cell-alarm': `${held} genuine held back`,
    'cell-right': `${found} spam caught`,
  });
  const title = `Of 1,000 messages ${number(right)} are judged right`;
  const note = `${percent(standingOf(outcome).accuracy)} over time; ${oneIn(outcome.use.share)} is spam`;
  const field = { ...seen, body: svg`${body}${before}`, still };
  return panel({ title, note }, below(4, field, waiting(key)));
}

/** A dozen messages by their scores, with the threshold as a line; it is dragged where it stands beside the squares, which follow it. */
function drawList(settings: ImbalanceSettings, outcome: ImbalanceOutcome, view: Seen): Part {
  const isHeld = view.layout === 'wide';
  const { shown, flagged, rowAt, bar } = placed(outcome);
  const value = thresholdOf(outcome);
  const told = outcome.use.cut === null ? 'never an alarm' : `alarm from ${percent(value)} on`;
  const high = rowAt(shown.length);
  const [width, foot] = isHeld ? [332, 36] : [320, 0];
  const rows = shown.map(
    ({ score, text, isSpam, isFlagged, y }) =>
      svg`<circle class="${isSpam ? 'sure' : 'ring'}" cx="5" cy="${y + 9}" r="4"/><text class="${isFlagged ? 'strong' : 'soft'}" x="60" y="${y + 13}" text-anchor="end">${nearly(probabilityOf(score), 1)}</text><text x="70" y="${y + 13}">${shortened(text, width - 70)}</text>`,
  );
  const line = svg`<path class="run-line" d="M0 ${bar}h${width}"/><text class="run" x="${isHeld ? width - 22 : width}" y="${bar - 5}" text-anchor="end">${told}</text>`;
  return chart<ImbalanceSettings, ImbalanceOutcome>({
    title: 'Twelve messages it has not learned from',
    note: 'how sure it is; ● spam, ○ genuine; whole in the table',
    ...{ view, run: { settings, outcome } },
    ...{ width, height: high + foot, left: 0, right: 0, top: 0, foot },
    x: { extent: [0, width], isHidden: true },
    y: { extent: [high, 0], isHidden: true },
    marks: ({ outcome: run }) => {
      // The threshold of another run among the same messages.
      const then = placed(run).flagged;
      const isApart = run.shown === outcome.shown && then !== flagged;
      return [
        isApart && behind(rule({ y: rowAt(then) })),
        special(() => svg`${rows}${line}`),
        isHeld &&
          handle({
            ...{ sets: 'threshold', param: params.threshold, value, told, name: 'alarm line' },
            ...{ along: 'y', at: bar - UP, keys: '↑ and ↓ move the alarm line' },
          }),
      ];
    },
  });
}

/** The alarm line is taken up and down among the messages. */
export const edit = byHandles<typeof params, ImbalanceOutcome>(
  params,
  'threshold',
  (at, { threshold }, _, outcome) => thresholdAt(at + UP, threshold, outcome),
);
