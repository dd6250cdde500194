/** Tells a screen reader what changed, in the order in which it happened: of news the latest; what was done, what came of it and what was noticed, all. */
const QUIET = 5000;
/** What the reader has done is told sooner. */
const SHORT = 1000;
/** Of a key that is held down, and of nothing else, so many of the results that wait are told: the last. */
const MOST = 5;

export class Announcer {
  readonly #region: Element;
  #waiting: string | undefined;
  /** What has happened and has not been told yet. */
  #done: string[] = [];
  /** How many of these, at their end, are results with nothing between them. */
  #results = 0;
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

  /** Says what the reader has done: none of it is dropped, and what comes fast is said together. */
  report(sentence: string): void {
    const isWaited = this.#timer !== undefined && this.#done.length === this.#results;
    this.#results = 0;
    this.#keep(sentence);
    if (isWaited) this.#rest(SHORT);
  }

  /** Says what came of what the reader has done, after it. */
  result(sentence: string): void {
    if (sentence === '') return;
    if (this.#results === MOST) this.#done.splice(-MOST, 1);
    else this.#results += 1;
    this.#last = sentence;
    this.#keep(sentence);
  }

  #keep(sentence: string): void {
    // News that still waits is old by now.
    this.#waiting = undefined;
    this.#done.push(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
    if (this.#timer === undefined) this.#flush();
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
    this.#rest(QUIET);
  }

  /** Nothing is said for so many milliseconds; then what waits. */
  #rest(quiet: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#flush();
    }, quiet);
  }

  #flush(): void {
    const said = [...this.#done, this.#waiting ?? ''].join(' ').trim();
    this.#done = [];
    this.#results = 0;
    if (said) this.#speak((this.#last = said));
  }
}
