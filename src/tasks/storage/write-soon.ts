/** Something that may be asked for many times a second and is done a few times. */

/** Done at once, and then at most once in this many milliseconds. */
const PAUSE = 500;

export class Soon {
  readonly #deed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  constructor(deed: () => void) {
    this.#deed = deed;
  }

  /** At once where nothing was done of late, else when the pause is over; true when it was at once. */
  ask(): boolean {
    this.#isDue = true;
    if (this.#timer === undefined) this.now();
    return !this.#isDue;
  }

  /** Without a pause, with all that is due. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.flush();
    }, PAUSE);
    this.#isDue = false;
    this.#deed();
  }

  /** What is due, now: the page is about to be left. */
  flush(): void {
    if (this.#isDue) this.now();
  }
}
