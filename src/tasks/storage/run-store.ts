/** What a reader ran, kept in the browser beside the work: written a few times a second at most, merged between tabs. */
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { addRun, boundedRuns, mergeRuns, RUN_LONGEST, runsIn, runsOf } from './pure/runs.ts';
import { isWorkRun } from './pure/shapes.ts';
import type { InstanceRuns, Runs, WorkRun } from './pure/work.ts';
import { type StorageLike } from './local.ts';
import { stamp } from './stamp.ts';
import { Soon } from './write-soon.ts';

/** Where runs lie: beside the work, for an older copy of the book that shares the storage knows none. */
export const runsKey = (book: string, edition: string): string => `${book}/${edition}/runs`;

export class RunStore {
  readonly #storage: StorageLike | undefined;
  readonly #key: string;
  readonly #putAside: (text: string) => boolean;
  readonly #now: () => Date;
  readonly #soon = new Soon(() => this.#save());
  /** What is stored, as far as this tab knows; and what it has run since. */
  #stored: Runs = {};
  #pending: readonly (readonly [string, WorkRun])[] = [];
  #seen: string | null = null;

  /** `putAside` takes a stored text that cannot be read whole; false where there is no room for it. */
  constructor(
    storage: StorageLike | undefined,
    key: string,
    now: () => Date,
    putAside: (text: string) => boolean,
  ) {
    this.#storage = storage;
    this.#key = key;
    this.#now = now;
    this.#putAside = putAside;
    this.refresh();
  }

  /** All runs that are kept, by the id of their experiment. */
  get all(): Runs {
    const all = this.#pending.reduce((runs, [id, run]) => addRun(runs, id, run), this.#stored);
    return this.#pending.length > 0 ? boundedRuns(all) : all;
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
    this.#pending = [...this.#pending, [instance, kept]];
    this.#soon.ask();
  }

  /** Takes in the runs of a file. */
  load(runs: Runs): void {
    this.#stored = boundedRuns(mergeRuns(this.#stored, runs));
    this.#save();
  }

  /** Takes in what another tab has written. False where it can be neither read nor put aside: it must not be written over. */
  refresh(): boolean {
    try {
      const text = this.#storage?.getItem(this.#key) ?? null;
      if (text === null || text === this.#seen) return true;
      if (!this.#read(text) && !this.#putAside(text)) return false;
      this.#seen = text;
      return true;
    } catch {
      // Storage is closed: what was run is in memory, and in the file that is saved.
      return false;
    }
  }

  /** True when all of it can be read. */
  #read(text: string): boolean {
    try {
      const [runs, unread] = runsIn(text);
      this.#stored = boundedRuns(mergeRuns(this.#stored, runs));
      return unread.length === 0;
    } catch {
      return false;
    }
  }

  /** Writes what is still to be written: the page is about to be left. */
  flush(): void {
    this.#soon.flush();
  }

  #save(): void {
    const isFree = this.refresh();
    this.#stored = this.all;
    this.#pending = [];
    if (!isFree) return;
    const text = JSON.stringify(this.#stored);
    try {
      this.#storage?.setItem(this.#key, text);
      this.#seen = text;
    } catch {
      // No room: likewise.
    }
  }
}
