/** Tells a screen reader what changed, in the order in which it happened: of news the latest; what was done, what came of it and what was noticed, all. */
const QUIET = 5000;
/** What the reader has done is told sooner, together with what comes of it at once. */
const SHORT = 1000;
/** Of a key that is held down, and of nothing else, so many of the results that wait are told: the last. */
const MOST = 5;

export class Announcer {
  readonly #region: Element;
  #waiting: string | undefined;
  /** What has happened and has not been told yet, some of it with what it is about. */
  #done: { readonly said: string; readonly about: unknown }[] = [];
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

  /** Says what the reader has done, with what comes of it: none is dropped but what was said of the same thing before. */
  report(sentence: string, about?: unknown): void {
    const isFirst = this.#done.length === this.#results;
    this.#results = 0;
    if (about) this.#done = this.#done.filter((one) => one.about !== about);
    this.#keep(sentence, about);
    if (isFirst) this.#rest(SHORT);
  }

  /** Says what came of what the reader has done, after it. */
  result(sentence: string): void {
    if (sentence === '') return;
    if (this.#results === MOST) this.#done.splice(-MOST, 1);
    else this.#results += 1;
    this.#last = sentence;
    this.#keep(sentence);
    if (this.#timer === undefined) this.#flush();
  }

  #keep(sentence: string, about?: unknown): void {
    // News that still waits is old by now.
    this.#waiting = undefined;
    this.#done.push({ said: /[.!?]$/.test(sentence) ? sentence : `${sentence}.`, about });
  }

  /** Says what the reader has just asked to hear, at once: steps come as fast as they are pressed. */
  now(sentence: string): void {
    this.#last = sentence;
    this.#speak(sentence);
  }

  /** Repeats the last sentence at once, or says another instead; an emptied region makes the same words news again. */
  again(fallback: string, instead?: string): void {
    this.#region.textContent = '';
    requestAnimationFrame(() => this.#speak(instead ?? (this.#last || fallback)));
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
    const said = [...this.#done.map((one) => one.said), this.#waiting ?? ''].join(' ').trim();
    this.#done = [];
    this.#results = 0;
    if (said) this.#speak((this.#last = said));
  }
}
