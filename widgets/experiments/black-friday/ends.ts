/**
 * Times in order, the earliest first out: when the requests that are being served end. A row in order, and no heap: some
 * seventy are in it, and to move half of them up by one place takes less than to sift one through six levels.
 */
export class Ends {
  #times = new Float64Array(1024);
  /** Where the earliest stands. */
  #from = 0;
  size = 0;

  get first(): number {
    return this.size > 0 ? (this.#times[this.#from] as number) : Infinity;
  }

  add(time: number): void {
    if (this.#from + this.size === this.#times.length) this.#makeRoom();
    const times = this.#times;
    const from = this.#from;
    let at = from + this.size;
    for (; at > from; at -= 1) {
      const before = times[at - 1] as number;
      if (before <= time) break;
      times[at] = before;
    }
    times[at] = time;
    this.size += 1;
  }

  removeFirst(): void {
    this.size -= 1;
    this.#from += 1;
  }

  /** Takes all to the beginning, of a longer row where they fill more than half of this one. */
  #makeRoom(): void {
    const { length } = this.#times;
    const own = this.#times.subarray(this.#from);
    const isFull = 2 * this.size > length;
    if (isFull) this.#times = new Float64Array(2 * length);
    this.#times.set(own);
    this.#from = 0;
  }
}
