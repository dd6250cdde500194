/** A dozen messages by their scores, with the threshold between those that raise an alarm and those that pass. */
import { svg, type Markup } from '../../kit/draw/markup.ts';
import { cutOf, probabilityOf, thresholdOf, type ImbalanceOutcome } from './outcome.ts';
import { percent } from './say.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Letters of a message that fit. */
  readonly letters: number;
  readonly count: number;
}

const LINE = 19;
const HEAD = 32;
const GAP = 30;

/** The list; it shows fewer messages, evenly taken, where there is little room. */
export function drawList(outcome: ImbalanceOutcome, area: Area): Markup {
  const cut = cutOf(outcome);
  const sorted = [...outcome.shown].sort((a, b) => b.score - a.score);
  const shown = sorted.filter((_, i) => (i * area.count) % sorted.length < area.count);
  const flagged = shown.filter(({ score }) => score >= cut).length;
  const at = (i: number): number => area.y + HEAD + 13 + i * LINE + (i >= flagged ? GAP : 0);
  const bar = area.y + HEAD + flagged * LINE + 23;
  const spam = shown.flatMap(({ isSpam }, i) => (isSpam ? [dot(area.x + 5, at(i) - 4)] : []));
  const genuine = shown.flatMap(({ isSpam }, i) => (isSpam ? [] : [dot(area.x + 5, at(i) - 4)]));
  const { x, width } = area;
  return svg`<g><text class="strong" x="${x}" y="${area.y}">Twelve messages it has not learned from</text>
    <text class="soft" x="${x}" y="${area.y + 18}">how sure it is; ● spam, ○ genuine; digits masked</text>
    <path class="spam-dot" d="${spam.join('')}"/><path class="genuine-dot" d="${genuine.join('')}"/>
    ${shown.map((message, i) => svg`<text class="${message.score >= cut ? 'strong' : 'soft'}" x="${x + 60}" y="${at(i)}" text-anchor="end">${chance(message.score)}</text><text x="${x + 70}" y="${at(i)}">${shortened(message.text, area.letters)}</text>`)}
    <path class="run-line" d="M${x} ${bar}h${width}"/>
    <text class="run" x="${x + width}" y="${bar - 5}" text-anchor="end">${cut === Infinity ? 'never an alarm' : `alarm ↑ from ${percent(thresholdOf(outcome))} on`}</text></g>`;
}

/** The height of a list. */
export function listHeight({ count }: Area): number {
  return HEAD + count * LINE + GAP + 4;
}

function chance(score: number): string {
  const probability = probabilityOf(score);
  return probability < 0.0005 ? '<0.1 %' : percent(probability);
}

function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

// A circle as a path: one element for all.
function dot(x: number, y: number): string {
  return `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`;
}
