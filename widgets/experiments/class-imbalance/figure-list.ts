/** A dozen messages by their scores. */
import type { Edit, Rows } from '#kit/contract';
import { clamp } from '#kit/contract';
import type { Part } from '#kit/draw';
import { ghostLine, panel, part, percent, shortened, svg, TITLE_AND_NOTE } from '#kit/draw';
import { probabilityOf, thresholdOf, type Behind, type ImbalanceOutcome } from './outcome.ts';
import { params } from './params.ts';

/** A line of text, the gap among the messages that the alarm line stands in, and the room that it has there. */
const [LINE, GAP, ROOM] = [19, 30, 14];
/** From the top of a gap to the highest place of the line, which has its words above it. */
const HEAD = 16;
/** The height of what it is taken by, and how much of that lies below the line, where a message is near. */
const [GRIP, UNDER] = [28, 6];
/** The line is above all scores by this much, in hundredths of log-odds, where no message raises an alarm. */
const BEYOND = 300;

/**
 * A dozen messages by their scores, with the threshold between those that raise an alarm and those that pass: a line that
 * can be taken hold of where the squares stand beside it.
 */
export function drawList(
  outcome: ImbalanceOutcome,
  width: number,
  other: Behind,
  isHeld: boolean,
): Part {
  const { shown, flagged, bar } = placed(outcome);
  const at = (i: number): number => 13 + i * LINE + (i >= flagged ? GAP : 0);
  // The threshold of another run among the same messages.
  const behind = ghostLine(other, ({ outcome: then }) => {
    const { flagged: count } = placed(then);
    const y = count * LINE + (count > flagged ? GAP : 0);
    return then.shown === outcome.shown && count !== flagged && `M0 ${y}h${width}`;
  });
  const isSilent = outcome.use.cut === null;
  const from = isSilent ? 'never an alarm' : `alarm from ${percent(thresholdOf(outcome))} on`;
  const grip = svg`<rect data-handle="alarm" role="slider" tabindex="0" aria-label="alarm line" aria-valuemin="0" aria-valuemax="1" aria-valuenow="${String(thresholdOf(outcome))}" aria-valuetext="${from}" y="${bar + UNDER - GRIP}" width="${width}" height="${GRIP}"/>
    <path class="run-line edit-hint" d="M${width - 12} ${bar - 4}l5 -5l5 5m0 8l-5 5l-5 -5"/>`;
  const rows = shown.map(
    ({ score, text, isSpam }, i) =>
      svg`<circle class="${isSpam ? 'spam-dot' : 'genuine-dot'}" cx="5" cy="${at(i) - 4}" r="4"/><text class="${i < flagged ? 'strong' : 'soft'}" x="60" y="${at(i)}" text-anchor="end">${chance(score)}</text><text x="70" y="${at(i)}">${shortened(text, width - 70)}</text>`,
  );
  const body = svg`${rows}
    ${behind}<path class="run-line" d="M0 ${bar}h${width}"/>
    <text class="run" x="${isHeld ? width - 18 : width}" y="${bar - 5}" text-anchor="end">${from}</text>
    ${isHeld && grip}`;
  const told = 'how sure it is; ● spam, ○ genuine; whole in the table';
  const note = isHeld
    ? svg`<tspan>${told}</tspan><tspan class="key-hint">↑ and ↓ move the alarm line</tspan>`
    : told;
  const title = 'Twelve messages it has not learned from';
  return panel({ title, note }, part(width, shown.length * LINE + GAP, body));
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

/** The messages by score, how many raise an alarm, and the height of the line below these. */
function placed({ shown: all, use: { cut } }: ImbalanceOutcome) {
  const shown = all.toSorted((a, b) => b.score - a.score);
  const flagged = shown.filter(({ score }) => score >= (cut ?? Infinity)).length;
  const [above, below] = between(flagged, shown);
  const down = cut === null ? 0 : within(0, (above - cut) / (above - below), 1);
  return { shown, flagged, bar: flagged * LINE + HEAD + ROOM * down };
}

/** The scores that the gap after so many messages lies between. */
function between(count: number, shown: ImbalanceOutcome['shown']): [number, number] {
  const [first, last] = [shown[0]?.score ?? 0, shown.at(-1)?.score ?? 0];
  return [shown[count - 1]?.score ?? first + BEYOND, shown[count]?.score ?? last - BEYOND];
}

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The alarm line is taken up and down among the messages: its threshold is the probability of spam that it stands at. */
export const edit: Edit<typeof params, ImbalanceOutcome> = {
  param: 'threshold',
  move: ({ threshold: before }, _, { y }, { outcome }) => {
    if (!outcome) return undefined;
    const { shown, bar } = placed(outcome);
    // A panel's title stands above the list.
    const at = y - TITLE_AND_NOTE + GRIP / 2 - UNDER;
    if (Math.abs(at - bar) < 1) return undefined;
    const flagged = within(0, Math.floor((at - HEAD) / LINE), shown.length);
    const [above, below] = between(flagged, shown);
    const down = within(0, (at - HEAD - flagged * LINE) / ROOM, 1);
    const wanted = settable(probabilityOf(above - down * (above - below)));
    // Where one step passes many messages, and where many steps pass none, a key moves it by a step at least.
    const way = at > bar ? -1 : 1;
    const isMoved = (wanted - before) * way > 0;
    return String(isMoved ? wanted : settable(before + way * params.threshold.step));
  },
};

/** A probability as a threshold can be set. */
function settable(probability: number): number {
  return clamp(params.threshold, Number(probability.toFixed(3)));
}

function chance(score: number): string {
  const probability = probabilityOf(score);
  return probability < 0.0005 ? '<0.1 %' : percent(probability);
}
