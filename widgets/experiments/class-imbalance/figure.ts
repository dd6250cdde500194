/** The figure: messages as squares first; behind the prediction what 99 % hides, and single messages; then charts that are asked for. */
import type { View } from '#kit/contract';
import type { Drawing, Part } from '#kit/draw';
import { below, beside, drawing, ghostLine, hundred, later, number, oneIn, panel } from '#kit/draw';
import { percent, squares, squaresEdge, squaresLegend, svg, waiting } from '#kit/draw';
import { costExtent, stepsOf } from './figure-charts.ts';
import { drawList } from './figure-list.ts';
import { standingOf, type Behind, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  '1,000 messages as squares, those judged wrong first; 100 spam messages and 100 alarms.';
const LISTED = 'Twelve messages by score.';

/** The squares are low, for on a phone they stand above the controls. */
const FIELD = { columns: 50, pitch: 6.4 };
const SPAM = { of: 'spam', measure: 'recall', right: 'caught', other: 'missed' };
const ALARMS = { of: 'alarms', measure: 'precision', right: 'real', other: 'false' };

/** One complete picture in one layout. */
export function draw(
  _: ImbalanceSettings,
  outcome: ImbalanceOutcome,
  { layout, axes, ghost: other }: View<ImbalanceSettings, ImbalanceOutcome>,
): Drawing {
  const { recall, precision } = standingOf(outcome);
  const field = squaresOf(outcome);
  const spam = hundred({ ...SPAM, look: 'cell-wrong' }, recall);
  const alarms = hundred({ ...ALARMS, look: 'cell-alarm' }, precision);
  const fields = beside(38, waiting(spam), waiting(alarms));
  const main = below(14, drawMessages(outcome, field, other), fields);
  const still = { body: field.body, y: -2, height: 132 };
  const most = costExtent(outcome, axes?.['cost']);
  const more = { axes: { cost: most }, steps: stepsOf(outcome, most, other) };
  if (layout === 'narrow') {
    const list = { whole: drawList(outcome, 320, other, false), label: LISTED };
    return { ...drawing(main, DESCRIBED, still, list), ...more };
  }
  // Beside the squares, which follow it, the alarm line is dragged; a phone has no room for both.
  const both = beside(28, main, waiting(drawList(outcome, 332, other, true)));
  return { ...drawing(both, `${DESCRIBED} ${LISTED}`, still), ...more };
}

/** What becomes of 1,000 messages, in whole numbers; those judged right are as many as the accuracy says. */
function fatesOf(outcome: ImbalanceOutcome) {
  const { accuracy, caught, missed } = standingOf(outcome);
  const right = Math.round(1000 * accuracy);
  const wrong = 1000 - right;
  const lost = Math.round((wrong * missed) / (1 - accuracy || 1));
  return { right, wrong, lost, held: wrong - lost, found: Math.round((right * caught) / accuracy) };
}

/** 1,000 messages as they arrive, those judged wrong first; which of the others is spam comes later. */
function squaresOf(outcome: ImbalanceOutcome): Part {
  const { right, wrong, lost, held, found } = fatesOf(outcome);
  const seen = squares(FIELD, { 'cell-wrong': lost, 'cell-alarm': held, 'cell-quiet': right });
  const after = later(squares(FIELD, { 'cell-right': found }, wrong).body);
  return { ...seen, body: svg`${seen.body}${after}` };
}

/** The field with its words: all that accuracy tells; later what each look stands for. Behind it, how far another run's wrong ones came. */
function drawMessages(outcome: ImbalanceOutcome, field: Part, other: Behind): Part {
  const { right, lost, held, found } = fatesOf(outcome);
  const key = squaresLegend({
    'cell-wrong': `${lost} spam missed`,
    'cell-alarm': `${held} genuine held back`,
    'cell-right': `${found} spam caught`,
  });
  const behind = ghostLine(other, (run) => squaresEdge(FIELD, fatesOf(run.outcome).wrong));
  const title = `Of 1,000 messages ${number(right)} are judged right`;
  const note = `${percent(standingOf(outcome).accuracy)} over time; ${oneIn(outcome.use.share)} is spam`;
  const whole = { ...field, body: svg`${field.body}${behind}` };
  return panel({ title, note }, below(4, whole, waiting(key)));
}
