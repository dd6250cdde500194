/** What a run has shown on its way, kept for as long as it is the present one, and no more of it than a page can bear. */

/** Stages that are kept at most: more than one can tell apart on a timeline. */
const MOST = 120;
/** Numbers, letters and names that all of them together may hold: some 30 MB. */
const ROOM = 4_000_000;

export class KeptStages<Outcome> {
  #kept: readonly Outcome[] = [];
  #latest: { readonly outcome: Outcome; readonly share: number } | undefined;
  /** How many came before the latest one; of those, each so many-th is kept, and so many at most. */
  #before = 0;
  #stride = 1;
  #most = MOST;

  /** In their order; the latest is always among them. */
  get outcomes(): readonly Outcome[] {
    return this.#latest ? [...this.#kept, this.#latest.outcome] : [];
  }

  /**
   * Takes the next outcome of a run, and how much of its work is done. The same share again is another look at the same
   * stage; a smaller one says that the run has begun anew. Where too many come, every second one is let go.
   */
  add(outcome: Outcome, share: number): void {
    if (!this.#latest || share < this.#latest.share) this.#begin(outcome);
    else if (share > this.#latest.share) this.#keep(this.#latest.outcome);
    this.#latest = { outcome, share };
  }

  forget(): void {
    this.#kept = [];
    this.#latest = undefined;
  }

  #begin(first: Outcome): void {
    this.#kept = [];
    this.#before = 0;
    this.#stride = 1;
    this.#most = Math.max(2, Math.min(MOST, Math.floor(ROOM / sizeOf(first))));
  }

  #keep(outcome: Outcome): void {
    if (this.#before % this.#stride === 0) this.#kept = [...this.#kept, outcome];
    this.#before += 1;
    if (this.#kept.length < this.#most) return;
    this.#kept = this.#kept.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }
}

/** About how much a plain value holds: numbers, letters, names. Stages of one run are alike, so one of them tells for all. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length;
  if (typeof value !== 'object' || value === null) return 1;
  if (ArrayBuffer.isView(value)) return 1 + value.byteLength / 8;
  return Object.values(value).reduce((sum: number, one: unknown) => sum + 1 + sizeOf(one), 1);
}
