/** The one cache of runs, for the page, the build and the proofs: by `runKey`, with a bound. */
import { runKey, type Runnable } from './run-key.ts';

/** What is kept of runs (a result, a record, the promise of one). Beyond `most`, what was added longest ago is forgotten. */
export class RunCache<Kept> {
  readonly #most: number;
  /** The latest last. */
  readonly #kept = new Map<string, Kept>();

  constructor(most: number) {
    this.#most = most;
  }

  get(run: Runnable): Kept | undefined {
    return this.#kept.get(runKey(run));
  }

  /** Keeps what a run gave, as the latest; what was kept of the same run before is replaced. */
  add(run: Runnable, kept: Kept): void {
    const key = runKey(run);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
  }

  /** Everything that is kept, the latest first. */
  get latest(): readonly Kept[] {
    return [...this.#kept.values()].reverse();
  }

  /** Forgets everything: another back end is to compute it anew. */
  forget(): void {
    this.#kept.clear();
  }
}
