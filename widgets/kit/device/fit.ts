/** What a batch costs on a device: a time for the batch and one for each item in it, from times that were measured. */

/** Times as they were measured. */
export interface DeviceTimes {
  /** How many items the batches had, ascending. */
  readonly sizes: readonly number[];
  /** Round after round, how long a batch of each size took, in ms. */
  readonly rounds: readonly (readonly number[])[];
  /** How many batches of each size were timed together, so that the clock had moved on far enough. */
  readonly passes: readonly number[];
  /** The step in which the clock moves, in ms. */
  readonly step: number;
}

/** What a batch costs, in ms. */
export interface Costs {
  readonly fixed: number;
  readonly each: number;
}

/** A size of batch: its time in the middle round, that of the quickest and of the slowest, and how far it lies off the line, as a share of it. */
export interface TimedSize {
  readonly size: number;
  readonly ms: number;
  readonly low: number;
  readonly high: number;
  readonly off: number;
}

/** The line through the times, and how far it can be trusted. */
export interface Fit {
  readonly costs: Costs;
  /** The least and the most that a round may say by itself, as the clock’s steps fall: nine rounds miss the true cost once in 256. */
  readonly low: Costs;
  readonly high: Costs;
  readonly points: readonly TimedSize[];
  /** The size that lies farthest off the line. */
  readonly worst: TimedSize;
  /** The largest batch that took hardly longer than one item. */
  readonly flatTo: number;
  /** How many times as long the largest batch took as one item. */
  readonly ratio: number;
  readonly isCoarse: boolean;
  readonly isBusy: boolean;
}

const [HARDLY, FEW_TICKS, RESTLESS] = [1.25, 10, 0.2] as const;

/**
 * The line of which the times lie least off, measured in shares of themselves and added up: a time that something else made long
 * counts little in a sum that squares would blow up. Such a line goes through two of the points, or through one where a cost is
 * 0, so all of these are tried. No cost is below 0.
 */
export function lineThroughTimes(sizes: readonly number[], times: readonly number[]): Costs {
  const points = sizes.map((size, i) => [size, times[i] as number] as const);
  const lines = points.flatMap(([size, ms], i): Costs[] => [
    { fixed: 0, each: ms / size },
    { fixed: ms, each: 0 },
    ...points.slice(i + 1).map(([other, its]) => {
      const each = (its - ms) / (other - size);
      return { fixed: ms - each * size, each };
    }),
  ]);
  const off = (costs: Costs): number =>
    points.reduce((sum, [size, ms]) => sum + Math.abs(timeOf(costs, size) / ms - 1), 0);
  const possible = lines.filter(({ fixed, each }) => fixed >= 0 && each >= 0);
  return possible.reduce((best, one) => (off(one) < off(best) ? one : best));
}

/** What a batch of so many takes by these costs. */
export function timeOf({ fixed, each }: Costs, size: number): number {
  return fixed + each * size;
}

/** The line through the middle times of all rounds. */
export function fitTimes({ sizes, rounds, passes, step }: DeviceTimes): Fit {
  const sorted = sizes.map((_, i) => ascending(rounds.map((round) => round[i] as number)));
  const costs = lineThroughTimes(sizes, sorted.map(middle));
  const points = sizes.map((size, i): TimedSize => {
    const times = sorted[i] as readonly number[];
    const ms = middle(times);
    const [low, high] = [times[0] as number, times.at(-1) as number];
    return { size, ms, low, high, off: ms / timeOf(costs, size) - 1 };
  });
  // A timing is a step of the clock too long or too short at most: worst where that raises one end of the line and lowers the other.
  const blur = passes.map((count, i) => (i < sizes.length / 2 ? 1 : -1) * (step / count));
  const lines = rounds.flatMap((round) =>
    [-1, 0, 1].map((turn) =>
      lineThroughTimes(
        sizes,
        round.map((ms, i) => Math.max(ms / 2, ms + turn * (blur[i] as number))),
      ),
    ),
  );
  const [fixed, each] = (['fixed', 'each'] as const).map((cost) =>
    ascending([costs, ...lines].map((line) => line[cost])),
  ) as [number[], number[]];
  const first = points[0] as TimedSize;
  const last = points.at(-1) as TimedSize;
  const rises = points.findIndex(({ ms }) => ms > HARDLY * first.ms);
  return {
    costs,
    low: { fixed: fixed[0] as number, each: each[0] as number },
    high: { fixed: fixed.at(-1) as number, each: each.at(-1) as number },
    points,
    worst: points.reduce((worst, one) => (Math.abs(one.off) > Math.abs(worst.off) ? one : worst)),
    flatTo: (points.at(rises < 0 ? -1 : rises - 1) as TimedSize).size,
    ratio: last.ms / first.ms,
    isCoarse: points.some(({ ms }, i) => ms * (passes[i] as number) < FEW_TICKS * step),
    isBusy: middle(ascending(sorted.map(unrest))) > RESTLESS,
  };
}

/** How far apart the middle half of the rounds lies, as a share of the time. */
function unrest(times: readonly number[]): number {
  const at = (share: number): number => times[Math.round(share * (times.length - 1))] as number;
  return (at(0.75) - at(0.25)) / middle(times);
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

function middle(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}
