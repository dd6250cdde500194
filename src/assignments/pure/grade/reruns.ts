/** Which runs a grader repeats, and what it then believes. What a file says of its own runs is compared and never used. */
import type { Measured } from '../../../../widgets/kit/contract/widget.ts';
import { runKey, type Runnable } from '../../../../widgets/kit/record/run-key.ts';
import type { Assignment } from '../format/assignment.ts';
import type { HandIn } from '../hand-in/hand-in.ts';
import { drawn, variantOf } from '../variants/variant.ts';
import { judgeOf } from './judges.ts';

/** What came of repeating a run. */
export type Rerun =
  | {
      readonly state: 'done';
      readonly measures: Measured;
      readonly why: Readonly<Record<string, string>>;
    }
  /** No page writes such settings: it is not repeated. */
  | { readonly state: 'refused'; readonly why: string }
  /** It broke, or took too long: no fault of the student’s. */
  | { readonly state: 'failed'; readonly why: string };

/** What has been repeated, by the run’s name. */
export type Reruns = ReadonlyMap<string, Rerun>;

/** Every run that these hand-ins cite and that would count, each once. */
export function wantedRuns(
  assignment: Assignment,
  handIns: readonly HandIn[],
): readonly Runnable[] {
  const wanted = new Map<string, Runnable>();
  for (const { student, items } of handIns) {
    for (const item of assignment.items) {
      const handed = Object.hasOwn(items, item.id) ? items[item.id] : undefined;
      const { runs } = judgeOf(item);
      if (!runs || !handed) continue;
      const values = drawn(item, variantOf(assignment, item, student.number));
      for (const { widget, version, settings, ...rest } of handed.runs) {
        if (runs.unfit(item, values, { widget, version, settings, ...rest }) !== undefined)
          continue;
        const run = { widget, version, settings };
        wanted.set(runKey(run), run);
      }
    }
  }
  return [...wanted.values()];
}

/** Whether what a file says of a run is what the run says itself, as near as back ends agree. */
export function agrees(
  said: Measured,
  found: Measured,
  band: (measure: string) => number | undefined,
): boolean {
  return Object.entries(found).every(([name, value]) => {
    const own = Object.hasOwn(said, name) ? said[name] : undefined;
    if (value === null || own === null || own === undefined) return own === value;
    const near = band(name);
    if (near === undefined) return true;
    return Math.abs(own - value) <= near + 1e-6 * Math.abs(value);
  });
}
