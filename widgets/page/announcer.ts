/** Tells a screen reader what changed: politely, at most once in five seconds, the latest news only. */
const QUIET = 5000;

export class Announcer {
  readonly #region: Element;
  #waiting: string | undefined;
  #timer: number | undefined;
  #last = '';

  constructor(region: Element) {
    this.#region = region;
  }

  /** Says a sentence now, or when the quiet time since the last one is over. */
  say(sentence: string): void {
    this.#last = sentence;
    if (this.#timer === undefined) this.#speak(sentence);
    else this.#waiting = sentence;
  }

  /** Says what the reader has just asked to hear, at once: steps come as fast as they are pressed. */
  now(sentence: string): void {
    this.#last = sentence;
    this.#speak(sentence);
  }

  /** Repeats the last sentence at once; an emptied region makes the same words news again. */
  again(fallback: string): void {
    this.#region.textContent = '';
    requestAnimationFrame(() => this.#speak(this.#last || fallback));
  }

  #speak(sentence: string): void {
    this.#region.textContent = sentence;
    this.#waiting = undefined;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting !== undefined) this.#speak(this.#waiting);
    }, QUIET);
  }
}
