/** What a reader ran. */
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { addRun, boundedRuns, mergeRuns, RUN_LONGEST, runsIn, runsOf } from './pure/runs.ts';
import { isWorkRun } from './pure/shapes.ts';
import type { InstanceRuns, Runs, WorkRun } from './pure/work.ts';
import { SideStore, type Lies } from './side-store.ts';
import { stamp } from './stamp.ts';

export class RunStore extends SideStore<Runs> {
  readonly #now: () => Date;

  constructor(lies: Lies, now: () => Date) {
    super(lies, { none: {}, read: runsIn, merge: mergeRuns, bounded: boundedRuns });
    this.#now = now;
  }

  /** The runs of one experiment: how many there were, and the latest different ones, the last one last. */
  of(instance: string): InstanceRuns {
    return runsOf(this.all, instance);
  }

  /** Keeps a run that the reader settled on; one too long to be read again is not kept. */
  keep(instance: string, run: RunRecord, state: WorkRun['state']): void {
    const before = this.of(instance).recent.at(-1)?.time ?? '';
    const kept = { run, state, time: stamp(this.#now(), before) };
    if (!isWorkRun(kept) || JSON.stringify(kept).length > RUN_LONGEST) return;
    this.change((runs) => addRun(runs, instance, kept));
  }
}
