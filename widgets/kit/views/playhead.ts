/** A place among moments that can be played, stepped and moved. It knows no clock: whoever plays it says how much time has gone by. */

/** How fast moments can be played, by the author's pace. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4];

export class Playhead {
  #count = 1;
  #at = 0;
  #speed = 1;
  #glides = false;

  get last(): number {
    return this.#count - 1;
  }
  /** Where it stands, between two moments too. */
  get at(): number {
    return this.#at;
  }
  /** The moment that it stands at; between two, the one that it has passed last or, where it glides, the one that it comes to. */
  get moment(): number {
    return this.#glides ? Math.max(0, Math.ceil(this.#at - 1e-9)) : Math.floor(this.#at + 1e-9);
  }
  get isAtEnd(): boolean {
    return this.#at >= this.last;
  }
  get speed(): number {
    return this.#speed;
  }

  /** Takes over so many moments, and stands at the last; whether the figure glides from each to the next. */
  load(count: number, glides = false): void {
    this.#glides = glides;
    this.#count = Math.max(1, Math.floor(count));
    this.#at = this.last;
  }

  /** Goes to a place, or as near as there is one. */
  go(at: number): void {
    this.#at = Math.min(this.last, Math.max(0, at));
  }

  /** One moment back (-1) or forward (1), to a whole one. */
  step(by: -1 | 1): void {
    this.go(by > 0 ? Math.floor(this.#at + 1e-9) + 1 : Math.ceil(this.#at - 1e-9) - 1);
  }

  /** Moves on by what passes in so many milliseconds where all moments take so many `seconds`; true while there is more to come. */
  play(ms: number, seconds: number): boolean {
    this.go(this.#at + (this.last * this.#speed * ms) / (1000 * seconds));
    return !this.isAtEnd;
  }

  /** The next speed; after the fastest comes the slowest. */
  nextSpeed(): number {
    this.#speed = SPEEDS[(SPEEDS.indexOf(this.#speed) + 1) % SPEEDS.length] as number;
    return this.#speed;
  }
}
