/** What a filter's scores are worth: plain counting, with all held-out spam weighted to the share it has in use. */
import { bisectLeft, least, pairs, sum } from 'd3-array';

/** Scores of held-out messages, spam and genuine apart, each in rising order. */
export type HeldOutScores = Readonly<Record<'spam' | 'genuine', readonly number[]>>;

/** Where a filter works: the share of spam among all messages, and what a mistake of each kind costs, in dollars. */
export interface Place {
  readonly share: number;
  readonly costs: Readonly<Record<'miss' | 'alarm', number>>;
}

/** How many of the rising scores are at least `cut`. */
export function countFrom(scores: readonly number[], cut: number): number {
  return scores.length - bisectLeft(scores, cut);
}

/** What becomes of messages when scores from `cut` on raise an alarm. */
export function standingAt({ spam, genuine }: HeldOutScores, cut: number, { share, costs }: Place) {
  const recall = countFrom(spam, cut) / spam.length;
  const alarmRate = countFrom(genuine, cut) / genuine.length;
  const [caught, missed] = [share * recall, share * (1 - recall)];
  const [falseAlarms, passed] = [(1 - share) * alarmRate, (1 - share) * (1 - alarmRate)];
  const alarms = caught + falseAlarms;
  return {
    cut,
    /** Share of the spam that is caught, and of the genuine messages that raise an alarm. */
    ...{ recall, alarmRate },
    /** Shares of all messages in use, together 1: spam with an alarm and without one, genuine ones with and without. */
    ...{ caught, missed, falseAlarms, passed },
    /** Share of all messages judged right. */
    accuracy: caught + passed,
    /** Share of the alarms that are real; `null` without any. */
    precision: alarms > 0 ? caught / alarms : null,
    /** The harmonic mean of precision and recall, counted. */
    f1: (2 * caught) / (2 * caught + falseAlarms + missed),
    /** What the mistakes among 1,000 messages cost on average. */
    cost: 1000 * (missed * costs.miss + falseAlarms * costs.alarm),
  };
}

/** How a filter does at one cut. */
export type Standing = ReturnType<typeof standingAt>;

/** How a filter does at every cut where the answer changes, from no alarm at all to nothing but alarms. */
export function curve(held: HeldOutScores, place: Place): readonly Standing[] {
  const scores = [...new Set([...held.spam, ...held.genuine])].sort((a, b) => b - a);
  return [Infinity, ...scores].map((cut) => standingAt(held, cut, place));
}

/** The area under the ROC curve by trapezoids; ties count half. */
export function rocAuc(points: readonly Standing[]): number {
  return sum(pairs(points), ([a, b]) => ((b.recall + a.recall) / 2) * (b.alarmRate - a.alarmRate));
}

/** The area under the precision-recall curve in steps: each gain in recall counts at the precision reached with it. */
export function prAuc(points: readonly Standing[]): number {
  return sum(pairs(points), ([a, b]) => (b.recall - a.recall) * (b.precision ?? 0));
}

/** The share of the spam that is caught where at most this share of the genuine messages raises an alarm. */
export function recallAt(points: readonly Standing[], rate: number): number {
  return Math.max(...points.filter(({ alarmRate }) => alarmRate <= rate).map((one) => one.recall));
}

/** The lowest cut at which at most this share of the genuine messages raises an alarm. */
export function cutForAlarms({ genuine }: HeldOutScores, rate: number): number {
  const first = genuine[genuine.length - 1 - Math.floor(rate * genuine.length)];
  // Scores are whole numbers: one more than the first message that must pass.
  return first === undefined ? -Infinity : first + 1;
}

/** The cut at which mistakes cost least; of several the highest, with the fewest alarms. */
export function cutForCost(held: HeldOutScores, place: Place): number {
  return least(curve(held, place), ({ cost }) => cost)?.cut ?? Infinity;
}
