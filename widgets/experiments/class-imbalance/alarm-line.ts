/** Messages in rows by their scores: where the alarm line stands among them, and which threshold a place of it means. */
import { within } from '#kit/numbers';
import { probabilityOf, type ImbalanceOutcome } from './outcome.ts';

/** Heights in units of the drawing: a row, and the gap among rows that the alarm line stands in. */
const [LINE, GAP] = [19, 30];
/** From the top of a gap to the highest place of the line, and the room that it has there. */
const [HEAD, ROOM] = [16, 14];
/** The line is above all scores by this much, in hundredths of log-odds, where no message raises an alarm. */
const BEYOND = 300;

/** The messages by score, how many raise an alarm, how far down each row and the line are, and the scores that gaps lie between. */
export function placed({ shown: all, use: { cut } }: ImbalanceOutcome) {
  const sorted = all.toSorted((a, b) => b.score - a.score);
  const [highest = 0, lowest = 0] = [sorted[0]?.score, sorted.at(-1)?.score];
  const scores = [highest + BEYOND, ...sorted.map(({ score }) => score), lowest - BEYOND];
  const flagged = sorted.filter(({ score }) => score >= (cut ?? Infinity)).length;
  const [above = 0, below = 0] = scores.slice(flagged);
  const down = cut === null ? 0 : within(0, (above - cut) / (above - below), 1);
  const rowAt = (i: number): number => i * LINE + (i < flagged ? 0 : GAP);
  const shown = sorted.map((one, i) => ({ ...one, isFlagged: i < flagged, y: rowAt(i) }));
  return { shown, flagged, scores, rowAt, bar: flagged * LINE + HEAD + ROOM * down };
}

/** The probability of spam that the line stands at, at a height; `threshold` is where it stands now. */
export function thresholdAt(at: number, threshold: number, outcome?: ImbalanceOutcome): number {
  if (!outcome) return threshold;
  const { shown, scores, bar } = placed(outcome);
  const flagged = within(0, Math.floor((at - HEAD) / LINE), shown.length);
  const [above = 0, below = 0] = scores.slice(flagged);
  const down = within(0, (at - HEAD - flagged * LINE) / ROOM, 1);
  const wanted = probabilityOf(above - down * (above - below));
  // Where one step passes many messages, and where many steps pass none, a key still says which way it goes.
  const way = Math.sign(bar - at);
  return (wanted - threshold) * way > 0 ? wanted : threshold + way * 1e-6;
}
