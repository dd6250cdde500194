/** A dozen messages by their scores. */
import { dotsPath } from '../../kit/draw/dots.ts';
import { ghost, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel, TITLE_AND_NOTE } from '../../kit/draw/panel.ts';
import { part, type Part } from '../../kit/draw/part.ts';
import { shortened } from '../../kit/draw/text-width.ts';
import type { Edit, GhostRun } from '../../kit/contract/widget.ts';
import { probabilityOf, thresholdOf, type ImbalanceOutcome } from './outcome.ts';
import { params } from './params.ts';
import { percent } from './say.ts';

type Other = GhostRun<unknown, ImbalanceOutcome> | undefined;

/** A line of text, the gap among the messages that the alarm line stands in, and the room that it has there. */
const LINE = 19;
const GAP = 30;
const ROOM = 14;
/** From the top of a gap to the highest place of the line, which has its words above it. */
const HEAD = 16;
/** The height of what it is taken by, most of it above the line, so that no message lies under it. */
const GRIP = 18;
/** The line is above all scores by this much, in hundredths of log-odds, where no message raises an alarm. */
const BEYOND = 300;

/**
 * A dozen messages by their scores, with the threshold between those that raise an alarm and those that pass: a line that
 * can be taken hold of where the squares stand beside it.
 */
export function drawList(
  outcome: ImbalanceOutcome,
  width: number,
  other: Other,
  isHeld: boolean,
): Part {
  const { shown, cut, bar } = placed(outcome);
  const flagged = flaggedBy(cut, shown);
  const behind = other?.outcome.shown === outcome.shown && barBehind(other, flagged, width);
  const at = (i: number): number => 13 + i * LINE + (i >= flagged ? GAP : 0);
  const dots = (wanted: boolean): string =>
    dotsPath(
      shown.flatMap(({ isSpam }, i) => (isSpam === wanted ? [[5, at(i) - 4] as const] : [])),
      4,
    );
  const from =
    cut === Infinity ? 'never an alarm' : `alarm from ${percent(thresholdOf(outcome))} on`;
  const body = svg`<path class="spam-dot" d="${dots(true)}"/><path class="genuine-dot" d="${dots(false)}"/>
    ${shown.map(({ score, text }, i) => svg`<text class="${score >= cut ? 'strong' : 'soft'}" x="60" y="${at(i)}" text-anchor="end">${chance(score)}</text><text x="70" y="${at(i)}">${shortened(text, width - 70)}</text>`)}
    ${behind}<path class="run-line" d="M0 ${bar}h${width}"/>
    <text class="run" x="${isHeld ? width - 18 : width}" y="${bar - 5}" text-anchor="end">${from}</text>
    ${isHeld && grip(bar, from, width)}`;
  const note = 'how sure it is; ● spam, ○ genuine; digits masked';
  const title = 'Twelve messages it has not learned from';
  return panel({ title, note }, part(width, shown.length * LINE + GAP, body));
}

/** What the alarm line is taken by. */
function grip(bar: number, says: string, width: number): Markup {
  return svg`<rect data-handle="alarm" data-says="${says}" y="${bar - GRIP + 4}" width="${width}" height="${GRIP}"/>
    <path class="run-line edit-hint" d="M${width - 12} ${bar - 4}l5 -5l5 5m0 8l-5 5l-5 -5"/>`;
}

/** The messages by score, the score that raises an alarm, and the height of its line in the list. */
function placed(outcome: ImbalanceOutcome): {
  readonly shown: readonly {
    readonly score: number;
    readonly text: string;
    readonly isSpam: boolean;
  }[];
  readonly cut: number;
  readonly bar: number;
} {
  const shown = outcome.shown.toSorted((a, b) => b.score - a.score);
  const cut = outcome.use.cut ?? Infinity;
  const flagged = flaggedBy(cut, shown);
  const [above, below] = between(flagged, shown);
  const down = cut === Infinity ? 0 : Math.min(1, Math.max(0, (above - cut) / (above - below)));
  return { shown, cut, bar: flagged * LINE + HEAD + ROOM * down };
}

/** How many of these messages raise an alarm from this score on. */
function flaggedBy(cut: number, shown: readonly { readonly score: number }[]): number {
  return shown.filter(({ score }) => score >= cut).length;
}

/** The scores that the gap after so many messages lies between. */
function between(
  flagged: number,
  shown: readonly { readonly score: number }[],
): readonly [above: number, below: number] {
  const [first, last] = [shown[0]?.score ?? 0, shown.at(-1)?.score ?? 0];
  const above = shown[flagged - 1]?.score ?? first + BEYOND;
  return [above, shown[flagged]?.score ?? last - BEYOND];
}

/** The threshold of another run among the same messages, of which so many raise an alarm now. */
function barBehind(other: NonNullable<Other>, flagged: number, width: number): Markup | false {
  const count = flaggedBy(other.outcome.use.cut ?? Infinity, other.outcome.shown);
  const y = count * LINE + (count > flagged ? GAP : 0);
  return (
    count !== flagged &&
    ghost(other, (look) => svg`<path class="${look}-line" d="M0 ${y}h${width}"/>`)
  );
}

/** A probability as a threshold can be set. */
function settable(probability: number): number {
  const { min, max, step } = params.threshold;
  return Math.min(max, Math.max(min, Number((Math.round(probability / step) * step).toFixed(3))));
}

/** The alarm line is taken up and down among the messages: its threshold is the probability of spam that it stands at. */
export const edit: Edit<typeof params, ImbalanceOutcome> = {
  param: 'threshold',
  move: ({ threshold: before }, _, { y }, { outcome }) => {
    if (!outcome) return undefined;
    const { shown, bar } = placed(outcome);
    // A panel's title stands above the list.
    const at = y - TITLE_AND_NOTE + GRIP / 2 - 4;
    const flagged = Math.min(shown.length, Math.max(0, Math.floor((at - HEAD) / LINE)));
    const [above, below] = between(flagged, shown);
    const down = Math.min(1, Math.max(0, (at - HEAD - flagged * LINE) / ROOM));
    if (Math.abs(at - bar) < 1) return undefined;
    const wanted = settable(probabilityOf(above - down * (above - below)));
    // Where one step passes many messages, and where many steps pass none, a key moves it by a step at least.
    const isDown = at > bar;
    const isMoved = isDown ? wanted < before : wanted > before;
    return String(isMoved ? wanted : settable(before + (isDown ? -1 : 1) * params.threshold.step));
  },
};

function chance(score: number): string {
  const probability = probabilityOf(score);
  return probability < 0.0005 ? '<0.1 %' : percent(probability);
}
