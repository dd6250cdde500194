/** What is seen of a run: the digits that arrive, and a year of use. */
import { range } from 'd3-array';
import {
  inAll,
  mixed,
  readingOf,
  rightIn,
  type NewClassesOutcome,
  type Sample,
} from './outcome.ts';

/** So many digits as they arrive, each with its answer: of the places, some here and there hold an 8 or a 9; more that arrive take further places. */
export function arriving(
  outcome: NewClassesOutcome,
  count: number,
): readonly (Sample & { readonly answer: number })[] {
  const { samples, use } = outcome;
  const reading = readingOf(outcome);
  const fresh = Math.round(count * use.arrived);
  const next = { old: 0, fresh: 0 };
  return range(count).flatMap((i) => {
    // 13 shares no factor with the number of places, so each has a rank of its own.
    const which = (13 * i + 11) % count < fresh ? 'fresh' : 'old';
    const at = next[which]++;
    const sample = samples[which][at];
    if (!sample) return [];
    return [{ ...sample, answer: reading?.answers[which][at]?.answer ?? sample.label }];
  });
}

/** Read right in a year: by the benchmark, which knows no 8 or 9; once they arrive; and once something is done about them. */
export function yearOf(
  outcome: NewClassesOutcome,
): Readonly<Record<'old' | 'low' | 'end', number>> {
  const { course, firstPasses, use } = outcome;
  const reading = readingOf(outcome);
  const start = course[Math.min(firstPasses, course.length - 1)]?.none;
  const old = (start?.old ?? 0) / (reading?.old.digits ?? 1);
  const low = mixed(use.arrived, old, (start?.fresh ?? 0) / (reading?.fresh.digits ?? 1));
  const now = inAll(outcome, rightIn);
  return { old, low, end: typeof now === 'number' ? now : low };
}
