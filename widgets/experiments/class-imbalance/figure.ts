/** The figure: messages as squares first; behind the prediction what 99 % hides, single messages, and four charts. */
import { dotsPath } from '../../kit/draw/dots.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { svg } from '../../kit/draw/markup.ts';
import { main, panel } from '../../kit/draw/panel.ts';
import { below, beside, drawing, grid, part, waiting, type Part } from '../../kit/draw/part.ts';
import { shortened } from '../../kit/draw/text-width.ts';
import type { View } from '../../kit/contract/widget.ts';
import { drawCharts } from './figure-charts.ts';
import { drawAlarms, drawMessages, drawSpam, messageField } from './figure-fields.ts';
import { probabilityOf, standingOf, thresholdOf, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';
import { percent } from './say.ts';

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  '1,000 messages as squares, those judged wrong first; 100 spam messages and 100 alarms; twelve messages by score; four charts with the place where the filter works.';

/** One complete picture in one layout. */
export function draw(_: ImbalanceSettings, outcome: ImbalanceOutcome, { layout }: View): Drawing {
  const isWide = layout === 'wide';
  const now = standingOf(outcome);
  const messages = main(drawMessages(now, outcome.use.share));
  const fields = [drawSpam(now), drawAlarms(now)];
  const list = drawList(outcome, isWide ? 396 : 320);
  const charts = drawCharts(outcome, isWide ? 112 : 142);
  const first = isWide ? beside(40, messages, ...fields.map(waiting)) : messages;
  const rest = isWide
    ? beside(28, list, grid(2, [32, 24], charts))
    : below(22, beside(38, ...fields), list, grid(2, [36, 26], charts));
  const still = { body: messageField(now).body, y: -2, height: 204 };
  return drawing(below(22, first, waiting(rest)), DESCRIBED, still);
}

const LINE = 19;
const GAP = 30;

/** A dozen messages by their scores, with the threshold between those that raise an alarm and those that pass. */
function drawList(outcome: ImbalanceOutcome, width: number): Part {
  const cut = outcome.use.cut ?? Infinity;
  const shown = outcome.shown.toSorted((a, b) => b.score - a.score);
  const flagged = shown.filter(({ score }) => score >= cut).length;
  const at = (i: number): number => 13 + i * LINE + (i >= flagged ? GAP : 0);
  const bar = flagged * LINE + 23;
  const dots = (wanted: boolean): string =>
    dotsPath(
      shown.flatMap(({ isSpam }, i) => (isSpam === wanted ? [[5, at(i) - 4] as const] : [])),
      4,
    );
  const body = svg`<path class="spam-dot" d="${dots(true)}"/><path class="genuine-dot" d="${dots(false)}"/>
    ${shown.map(({ score, text }, i) => svg`<text class="${score >= cut ? 'strong' : 'soft'}" x="60" y="${at(i)}" text-anchor="end">${chance(score)}</text><text x="70" y="${at(i)}">${shortened(text, width - 70)}</text>`)}
    <path class="run-line" d="M0 ${bar}h${width}"/>
    <text class="run" x="${width}" y="${bar - 5}" text-anchor="end">${cut === Infinity ? 'never an alarm' : `alarm ↑ from ${percent(thresholdOf(outcome))} on`}</text>`;
  const note = 'how sure it is; ● spam, ○ genuine; digits masked';
  const title = 'Twelve messages it has not learned from';
  return panel({ title, note }, part(width, shown.length * LINE + GAP, body));
}

function chance(score: number): string {
  const probability = probabilityOf(score);
  return probability < 0.0005 ? '<0.1 %' : percent(probability);
}
