/** The figure: messages as squares first; behind the prediction what 99 % hides, and single messages; then charts that are asked for. */
import type { Rows, View } from '#kit/contract';
import type { Drawing, Part } from '#kit/draw';
import { behind, below, beside, byHandles, chart, drawing, ghostLine, handle } from '#kit/draw';
import { hundred, later, number, oneIn, panel, percent, rule, shortened, special } from '#kit/draw';
import { squares, squaresEdge, squaresLegend, svg, waiting } from '#kit/draw';
import { costExtent, stepsOf } from './figure-charts.ts';
import {
  probabilityOf,
  standingOf,
  thresholdOf,
  type Behind,
  type ImbalanceOutcome,
} from './outcome.ts';
import { params, type ImbalanceSettings } from './params.ts';

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  '1,000 messages as squares, those judged wrong first; 100 spam messages and 100 alarms.';
const LISTED = 'Twelve messages by score.';

type Seen = View<ImbalanceSettings, ImbalanceOutcome>;

/** A line of text, the gap among the messages that the alarm line stands in, and the room that it has there. */
const [LINE, GAP, ROOM] = [19, 30, 14];
/** From the top of a gap to the highest place of the line, and from the line up to the middle of what it is taken by. */
const [HEAD, UP] = [16, 8];
/** The line is above all scores by this much, in hundredths of log-odds, where no message raises an alarm. */
const BEYOND = 300;

/** The squares are low, for on a phone they stand above the controls. */
const FIELD = { columns: 50, pitch: 6.4 };
const SPAM = { of: 'spam', measure: 'recall', right: 'caught', other: 'missed' };
const ALARMS = { of: 'alarms', measure: 'precision', right: 'real', other: 'false' };

/** One complete picture in one layout. */
export function draw(settings: ImbalanceSettings, outcome: ImbalanceOutcome, view: Seen): Drawing {
  const { recall, precision } = standingOf(outcome);
  const field = squaresOf(outcome);
  const spam = hundred({ ...SPAM, look: 'cell-wrong' }, recall);
  const alarms = hundred({ ...ALARMS, look: 'cell-alarm' }, precision);
  const fields = beside(38, waiting(spam), waiting(alarms));
  const main = below(14, drawMessages(outcome, field, view.ghost), fields);
  const list = drawList(settings, outcome, view);
  const still = { body: field.body, y: -2, height: 132 };
  // Beside the squares, which follow it, the alarm line is dragged; a phone has no room for both.
  const drawn =
    view.layout === 'narrow'
      ? drawing(main, DESCRIBED, still, { whole: list, label: LISTED })
      : drawing(beside(28, main, waiting(list)), `${DESCRIBED} ${LISTED}`, still);
  const cost = costExtent(outcome, view.axes?.['cost']);
  return { ...drawn, axes: { cost }, steps: stepsOf(outcome, cost, view.ghost) };
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

/**
 * A dozen messages by their scores, with the threshold between those that raise an alarm and those that pass: a line that
 * can be taken hold of where the squares stand beside it.
 */
function drawList(settings: ImbalanceSettings, outcome: ImbalanceOutcome, view: Seen): Part {
  const isHeld = view.layout === 'wide';
  const { shown, flagged, bar } = placed(outcome);
  const told =
    outcome.use.cut === null ? 'never an alarm' : `alarm from ${percent(thresholdOf(outcome))} on`;
  const high = shown.length * LINE + GAP;
  const [width, foot] = isHeld ? [332, 36] : [320, 0];
  const rows = shown.map(({ score, text, isSpam }, i) => {
    const y = 13 + i * LINE + (i >= flagged ? GAP : 0);
    return svg`<circle class="${isSpam ? 'spam-dot' : 'genuine-dot'}" cx="5" cy="${y - 4}" r="4"/><text class="${i < flagged ? 'strong' : 'soft'}" x="60" y="${y}" text-anchor="end">${chance(score)}</text><text x="70" y="${y}">${shortened(text, width - 70)}</text>`;
  });
  const line = svg`<path class="run-line" d="M0 ${bar}h${width}"/><text class="run" x="${isHeld ? width - 22 : width}" y="${bar - 5}" text-anchor="end">${told}</text>`;
  return chart<ImbalanceSettings, ImbalanceOutcome>({
    title: 'Twelve messages it has not learned from',
    note: 'how sure it is; ● spam, ○ genuine; whole in the table',
    view,
    run: { settings, outcome },
    width,
    height: high + foot,
    ...{ left: 0, right: 0, top: 0, foot },
    x: { extent: [0, width], isHidden: true },
    // In units of the drawing, from the top.
    y: { extent: [high, 0], isHidden: true },
    marks: ({ outcome: run }) => {
      // The threshold of another run among the same messages.
      const then = placed(run).flagged;
      const isApart = run.shown === outcome.shown && then !== flagged;
      return [
        isApart && behind(rule({ y: then * LINE + (then > flagged ? GAP : 0) })),
        special(() => svg`${rows}${line}`),
        isHeld &&
          handle({
            ...{ sets: 'threshold', param: params.threshold, value: thresholdOf(outcome), told },
            ...{ along: 'y', at: bar - UP },
            name: 'alarm line',
            keys: '↑ and ↓ move the alarm line',
          }),
      ];
    },
  });
}

/** The messages whole, as the list has them, with what becomes of each. */
export function cases(outcome: ImbalanceOutcome): Rows {
  const { shown, flagged } = placed(outcome);
  const fates = ['let through', 'held back', 'missed', 'caught'];
  return {
    caption: 'The messages whole',
    head: ['message', 'how sure', 'outcome'],
    rows: shown.map(({ text, score, isSpam }, i) => [
      text,
      chance(score),
      fates[2 * Number(isSpam) + Number(i < flagged)] ?? '',
    ]),
  };
}

/** The messages by score, how many raise an alarm, the height of the line below these, and the scores that gaps lie between. */
function placed({ shown: all, use: { cut } }: ImbalanceOutcome) {
  const shown = all.toSorted((a, b) => b.score - a.score);
  const [highest = 0, lowest = 0] = [shown[0]?.score, shown.at(-1)?.score];
  const scores = [highest + BEYOND, ...shown.map(({ score }) => score), lowest - BEYOND];
  const flagged = shown.filter(({ score }) => score >= (cut ?? Infinity)).length;
  const [above = 0, below = 0] = scores.slice(flagged);
  const down = cut === null ? 0 : share((above - cut) / (above - below));
  return { shown, flagged, scores, bar: flagged * LINE + HEAD + ROOM * down };
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** The alarm line is taken up and down among the messages: its threshold is the probability of spam that it stands at. */
export const edit = byHandles<typeof params, ImbalanceOutcome>(
  params,
  'threshold',
  (middle, { threshold }, _, outcome) => {
    if (!outcome) return threshold;
    const { shown, scores, bar } = placed(outcome);
    const at = middle + UP;
    const flagged = Math.max(0, Math.min(shown.length, Math.floor((at - HEAD) / LINE)));
    const [above = 0, below = 0] = scores.slice(flagged);
    const down = share((at - HEAD - flagged * LINE) / ROOM);
    const wanted = probabilityOf(above - down * (above - below));
    // Where one step passes many messages, and where many steps pass none, a key still says which way it goes.
    const way = Math.sign(bar - at);
    return (wanted - threshold) * way > 0 ? wanted : threshold + way * 1e-6;
  },
);

function chance(score: number): string {
  const probability = probabilityOf(score);
  return probability < 0.0005 ? '<0.1 %' : percent(probability);
}
