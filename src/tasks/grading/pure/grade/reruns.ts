/** What a grader believes of a run that it has repeated. What a file says of its own runs is compared and never used. */
import { RERUNS } from '#words/src/tasks/grading/pure/grade/words';
import { CHANCE, differing } from '../../../judge/differing.ts';
import type { Drawn, OnExperiment } from '../../../sets/pure/format/head.ts';
import { settingsIn } from '../../../sets/pure/variants/variant.ts';
import type { Measured } from '../../../../../widgets/kit/contract/widget.ts';
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';

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

export const RUN_RULES = {
  unfit(item: OnExperiment, values: Drawn, run: RunRecord): string | undefined {
    if (run.widget !== item.widget) return RERUNS.otherExperiment;
    if (run.version !== item.widgetVersion) return RERUNS.otherVersion;
    const start = settingsIn(item.start, values);
    const moved = differing(start, run.settings, [...item.vary, ...CHANCE]);
    return moved.length > 0 ? RERUNS.moved(moved) : undefined;
  },
  /** A simulation gives the same numbers everywhere; of a learner only what has a band is compared. */
  band: ({ band }: OnExperiment, measure: string): number | undefined =>
    Object.keys(band).length > 0 ? band[measure] : 0,
} as const;
