/** What a filter's scores are worth: plain counting, with all held-out spam weighted to the share it has in use. */

/** Scores of held-out messages, spam and genuine apart, each in rising order. */
export interface HeldOutScores {
  readonly spam: readonly number[];
  readonly genuine: readonly number[];
}

/** Shares of all messages in use; together 1. */
export interface Confusion {
  /** Spam with an alarm. */
  readonly caught: number;
  /** Spam without one. */
  readonly missed: number;
  /** Genuine messages with an alarm. */
  readonly falseAlarms: number;
  /** Genuine messages without one. */
  readonly passed: number;
}

/** What a mistake of each kind costs, in money. */
export interface Costs {
  readonly miss: number;
  readonly alarm: number;
}

/** A place on the curves: from this score on there is an alarm. */
export interface CurvePoint {
  readonly cut: number;
  /** Share of the spam that is caught, 0 to 1. */
  readonly recall: number;
  /** Share of the genuine messages that raise an alarm, 0 to 1. */
  readonly alarmRate: number;
}

/** How many of the rising scores are at least `cut`. */
export function countFrom(scores: readonly number[], cut: number): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] as number) < cut) low = middle + 1;
    else high = middle;
  }
  return scores.length - low;
}

/** The confusion table when a share of all messages in use is spam. */
export function confusionAt(held: HeldOutScores, cut: number, share: number): Confusion {
  const { recall, alarmRate } = pointAt(held, cut);
  return {
    caught: share * recall,
    missed: share * (1 - recall),
    falseAlarms: (1 - share) * alarmRate,
    passed: (1 - share) * (1 - alarmRate),
  };
}

/** Recall and rate of false alarms at a cut. */
export function pointAt(held: HeldOutScores, cut: number): CurvePoint {
  return {
    cut,
    recall: countFrom(held.spam, cut) / held.spam.length,
    alarmRate: countFrom(held.genuine, cut) / held.genuine.length,
  };
}

/** Share of all messages judged right. */
export function accuracy({ caught, passed }: Confusion): number {
  return caught + passed;
}

/** Share of the alarms that are real; `undefined` when there is no alarm to be right or wrong. */
export function precision({ caught, falseAlarms }: Confusion): number | undefined {
  return caught + falseAlarms > 0 ? caught / (caught + falseAlarms) : undefined;
}

/** Share of the spam that is caught. */
export function recall({ caught, missed }: Confusion): number {
  return caught / (caught + missed);
}

/** The harmonic mean of precision and recall, counted: 2 caught / (2 caught + false alarms + missed). */
export function f1({ caught, missed, falseAlarms }: Confusion): number {
  return (2 * caught) / (2 * caught + falseAlarms + missed);
}

/** What the mistakes among 1,000 messages cost on average. */
export function costPerThousand({ missed, falseAlarms }: Confusion, costs: Costs): number {
  return 1000 * (missed * costs.miss + falseAlarms * costs.alarm);
}

/** Every place at which the answer changes, from no alarm at all to nothing but alarms. */
export function curve(held: HeldOutScores): CurvePoint[] {
  const cuts = [...new Set([...held.spam, ...held.genuine])].sort((a, b) => b - a);
  return [pointAt(held, Infinity), ...cuts.map((cut) => pointAt(held, cut))];
}

/** The area under the ROC curve by trapezoids; ties count half. */
export function rocAuc(held: HeldOutScores): number {
  const points = curve(held);
  return points.slice(1).reduce((area, { recall: high, alarmRate }, i) => {
    const before = points[i] as CurvePoint;
    return area + ((high + before.recall) / 2) * (alarmRate - before.alarmRate);
  }, 0);
}

/** The area under the precision-recall curve in steps: each gain in recall counts at the precision reached with it. */
export function prAuc(held: HeldOutScores, share: number): number {
  const points = curve(held);
  return points.slice(1).reduce((area, point, i) => {
    const gain = point.recall - (points[i] as CurvePoint).recall;
    return gain > 0 ? area + gain * precisionOf(point, share) : area;
  }, 0);
}

/** Precision at a place of the curve that has alarms. */
export function precisionOf({ recall: caught, alarmRate }: CurvePoint, share: number): number {
  return (share * caught) / (share * caught + (1 - share) * alarmRate);
}

/** The lowest cut at which at most this share of the genuine messages raises an alarm. */
export function cutForAlarms({ genuine }: HeldOutScores, rate: number): number {
  const allowed = Math.floor(rate * genuine.length);
  const first = genuine[genuine.length - 1 - allowed];
  // Scores are whole numbers: one more than the first message that must pass.
  return first === undefined ? -Infinity : first + 1;
}

/** The cut at which mistakes cost least; of several the highest, with the fewest alarms. */
export function cutForCost(held: HeldOutScores, share: number, costs: Costs): number {
  let best = { cut: Infinity, cost: Infinity };
  for (const { cut } of curve(held)) {
    const cost = costPerThousand(confusionAt(held, cut, share), costs);
    if (cost < best.cost) best = { cut, cost };
  }
  return best.cut;
}
