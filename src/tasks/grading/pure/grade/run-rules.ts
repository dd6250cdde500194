/** Which cited runs count, of an item that stands with an experiment: those of its start in which only what may be moved was. */
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import { CHANCE, differing } from '../../../judge/differing.ts';
import { RERUNS } from '#words/src/tasks/grading/pure/grade/words';
import type { Drawn, OnExperiment } from '../../../sets/pure/format/head.ts';
import { settingsIn } from '../../../sets/pure/variants/variant.ts';

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
