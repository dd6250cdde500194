/** Tells a screen reader what changed: politely, at most once in five seconds; of news the latest, of what the reader has done all. */
const QUIET = 5000;
/** What the reader has done is told sooner. */
const SHORT = 1000;

export class Announcer {
  readonly #region: Element;
  #waiting: string | undefined;
  /** What the reader has done and has not been told yet. */
  #done: string[] = [];
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
    this.#done.push(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
    if (this.#timer === undefined) this.#flush();
    else if (this.#done.length === 1) this.#rest(SHORT);
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
    if (said) this.#speak((this.#last = said));
  }
}
