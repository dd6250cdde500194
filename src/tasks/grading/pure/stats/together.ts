/**
 * A class is a Monte Carlo run: each student has repeated the experiment with another seed or another variant, and together
 * their runs are a distribution that none of them has seen.
 */
import { runKey } from '../../../../../widgets/kit/record/run-key.ts';
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import type { Reruns } from '../grade/reruns.ts';
import { mean, type Estimate } from './numbers.ts';

/** What the runs that a class cites for an item came to, one measure of it. */
export interface Together {
  readonly item: string;
  readonly measure: string;
  /** Distinct runs: one that ten students cite is one. */
  readonly count: number;
  readonly mean: Estimate;
  /** Least, lower quartile, median, upper quartile, greatest. */
  readonly spread: readonly [number, number, number, number, number];
  /** What the students’ own files say of the same runs, on average. */
  readonly said: number;
}

const FEWEST = 5;

/** Each measure of each item’s runs, as the grader has repeated them; nothing for fewer than five. */
export function together(
  { items }: Pick<Assignment, 'items'>,
  submissions: readonly Submission[],
  reruns: Reruns,
): readonly Together[] {
  return items.flatMap(({ id }) => {
    const runs = new Map(
      submissions.flatMap(({ items: handed }) => {
        const own = Object.hasOwn(handed, id) ? handed[id] : undefined;
        return (own?.runs ?? []).map((run) => [runKey(run), run] as const);
      }),
    );
    const found = new Map<string, { value: number; said: number | undefined }[]>();
    for (const [name, run] of runs) {
      const rerun = reruns.get(name);
      if (rerun?.state !== 'done') continue;
      for (const [measure, value] of Object.entries(rerun.measures)) {
        if (value === null) continue;
        const said = Object.hasOwn(run.measures, measure) ? run.measures[measure] : undefined;
        const list = found.get(measure) ?? [];
        list.push({ value, said: said ?? undefined });
        found.set(measure, list);
      }
    }
    return [...found].flatMap(([measure, all]): readonly Together[] => {
      if (all.length < FEWEST) return [];
      const values = all.map(({ value }) => value).toSorted((a, b) => a - b);
      const told = all.flatMap(({ said }) => said ?? []);
      return [
        {
          item: id,
          measure,
          count: values.length,
          mean: meanOf(values),
          spread: [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share)) as [
            number,
            number,
            number,
            number,
            number,
          ],
          said: told.length > 0 ? mean(told) : Number.NaN,
        },
      ];
    });
  });
}

/** Between two values of a sorted list, in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

/** Student’s t for 95 %, by degrees of freedom: beyond 30 the normal one, widened a little. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];

/** A mean with its 95 % interval by Student’s t. */
export function meanOf(values: readonly number[]): Estimate {
  const n = values.length;
  const value = mean(values);
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  const t = T[n - 2] ?? 1.96 * (1 + 1.2 / (n - 1));
  const half = t * Math.sqrt(squares / (n - 1) / n);
  return { value, low: value - half, high: value + half };
}
