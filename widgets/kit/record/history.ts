/** Undo and redo: a list of settings and a place in it. */

/** Steps that undo can lead back. */
const LONGEST = 200;

export class History<S> {
  #list: readonly S[];
  #at = 0;
  /** The earliest place that undo leads to. */
  #floor = 0;

  constructor(start: S) {
    this.#list = [start];
  }
  get now(): S {
    return this.#list[this.#at] as S;
  }
  get canUndo(): boolean {
    return this.#at > this.#floor;
  }
  get canRedo(): boolean {
    return this.#at < this.#list.length - 1;
  }
  /** True where undo would lead behind a final decision. */
  get isSealed(): boolean {
    return this.#floor > 0 && this.#at === this.#floor;
  }
  /** What led to the present settings is final: undo does not lead behind them. */
  seal(): void {
    this.#floor = this.#at;
  }
  /** Adds settings after the present ones; what was undone is forgotten. */
  add(settings: S): void {
    const first = Math.max(0, this.#at - LONGEST + 1);
    this.#list = [...this.#list.slice(first, this.#at + 1), settings];
    this.#floor = Math.max(0, this.#floor - first);
    this.#at = this.#list.length - 1;
  }
  /** One step back (-1) or forward (1), as far as the list goes. */
  move(step: -1 | 1): S {
    this.#at = Math.min(this.#list.length - 1, Math.max(this.#floor, this.#at + step));
    return this.now;
  }
}
