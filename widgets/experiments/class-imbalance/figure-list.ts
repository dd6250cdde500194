/** A dozen messages by their scores. */
import { dotsPath } from '../../kit/draw/dots.ts';
import { ghost, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { part, type Part } from '../../kit/draw/part.ts';
import { shortened } from '../../kit/draw/text-width.ts';
import type { GhostRun } from '../../kit/contract/widget.ts';
import { probabilityOf, thresholdOf, type ImbalanceOutcome } from './outcome.ts';
import { percent } from './say.ts';

type Other = GhostRun<unknown, ImbalanceOutcome> | undefined;

const LINE = 19;
const GAP = 30;

/** A dozen messages by their scores, with the threshold between those that raise an alarm and those that pass. */
export function drawList(outcome: ImbalanceOutcome, width: number, other: Other): Part {
  const cut = outcome.use.cut ?? Infinity;
  const shown = outcome.shown.toSorted((a, b) => b.score - a.score);
  const flagged = shown.filter(({ score }) => score >= cut).length;
  const behind = other?.outcome.shown === outcome.shown && barBehind(other, flagged, width);
  const at = (i: number): number => 13 + i * LINE + (i >= flagged ? GAP : 0);
  const bar = flagged * LINE + 23;
  const dots = (wanted: boolean): string =>
    dotsPath(
      shown.flatMap(({ isSpam }, i) => (isSpam === wanted ? [[5, at(i) - 4] as const] : [])),
      4,
    );
  const body = svg`<path class="spam-dot" d="${dots(true)}"/><path class="genuine-dot" d="${dots(false)}"/>
    ${shown.map(({ score, text }, i) => svg`<text class="${score >= cut ? 'strong' : 'soft'}" x="60" y="${at(i)}" text-anchor="end">${chance(score)}</text><text x="70" y="${at(i)}">${shortened(text, width - 70)}</text>`)}
    ${behind}<path class="run-line" d="M0 ${bar}h${width}"/>
    <text class="run" x="${width}" y="${bar - 5}" text-anchor="end">${cut === Infinity ? 'never an alarm' : `alarm ↑ from ${percent(thresholdOf(outcome))} on`}</text>`;
  const note = 'how sure it is; ● spam, ○ genuine; digits masked';
  const title = 'Twelve messages it has not learned from';
  return panel({ title, note }, part(width, shown.length * LINE + GAP, body));
}

/** The threshold of another run among the same messages, of which so many raise an alarm now. */
function barBehind(other: NonNullable<Other>, flagged: number, width: number): Markup | false {
  const cut = other.outcome.use.cut ?? Infinity;
  const count = other.outcome.shown.filter(({ score }) => score >= cut).length;
  const y = count * LINE + (count > flagged ? GAP : 0);
  return (
    count !== flagged &&
    ghost(other, (look) => svg`<path class="${look}-line" d="M0 ${y}h${width}"/>`)
  );
}

function chance(score: number): string {
  const probability = probabilityOf(score);
  return probability < 0.0005 ? '<0.1 %' : percent(probability);
}
