/** Servers that are ready or start, and what they cost. */

/** Servers that start together: from when until when, and where they stand on those ordered before. */
type Brick = readonly [from: number, to: number, low: number, high: number];

/** The servers of a shop: ordered, started, let go. */
export class Fleet {
  ready: number;
  peak: number;
  /** Seconds of servers that have been paid. */
  paid = 0;
  readonly bricks: Brick[] = [];
  readonly #coldStart: number;
  #since = 0;
  /** Orders that have not started yet: when they will be ready, when they were given, how many. */
  #starting: { at: number; from: number; count: number }[] = [];

  constructor(ready: number, coldStart: number) {
    this.ready = ready;
    this.peak = ready;
    this.#coldStart = coldStart;
  }

  /** Servers that have been ordered, ready or not. */
  get ordered(): number {
    return this.ready + this.#starting.reduce((sum, { count }) => sum + count, 0);
  }

  /** When the next ones are ready. */
  get next(): number {
    return this.#starting[0]?.at ?? Infinity;
  }

  /** The next ones are ready. */
  open(): void {
    const one = this.#starting.shift();
    if (!one) return;
    this.bricks.push([one.from, one.at, this.ready, this.ready + one.count]);
    this.ready += one.count;
  }

  /** From `now` on there shall be so many; the last ordered go first. */
  setTo(wanted: number, now: number): void {
    const ordered = this.ordered;
    this.paid += ordered * (now - this.#since);
    this.#since = now;
    if (wanted > ordered) {
      this.#starting.push({ at: now + this.#coldStart, from: now, count: wanted - ordered });
      if (this.#coldStart === 0) this.open();
    }
    let over = Math.max(0, ordered - wanted);
    for (const last of this.#starting.toReversed()) {
      const cut = Math.min(over, last.count);
      if (cut > 0) this.bricks.push([last.from, now, wanted + over - cut, wanted + over]);
      last.count -= cut;
      over -= cut;
    }
    this.#starting = this.#starting.filter(({ count }) => count > 0);
    this.ready -= over;
    this.peak = Math.max(this.peak, wanted);
  }
}
