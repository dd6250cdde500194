/**
 * Times in order, the earliest first out: when the requests that are being served end. A row in order, and no heap: some
 * seventy are in it, and to move half of them up by one place takes less than to sift one through six levels.
 */
export class Ends {
  /** Longer than there are ever servers, so that it is seldom full. */
  readonly #times = new Float64Array(1024);
  /** Where the earliest stands. */
  #from = 0;
  size = 0;

  get first(): number {
    return this.size > 0 ? (this.#times[this.#from] as number) : Infinity;
  }

  add(time: number): void {
    const times = this.#times;
    if (this.#from + this.size === times.length) {
      times.copyWithin(0, this.#from);
      this.#from = 0;
    }
    const from = this.#from;
    let at = from + this.size;
    for (; at > from && (times[at - 1] as number) > time; at -= 1)
      times[at] = times[at - 1] as number;
    times[at] = time;
    this.size += 1;
  }

  removeFirst(): void {
    this.size -= 1;
    this.#from += 1;
  }
}
