/** Tells a screen reader what changed, in the order in which it happened: of news and of results the latest; what was done and what was noticed, all. */
const QUIET = 5000;
/** What the reader has done is told sooner, together with what comes of it at once; a result, when it has stood so long. */
const SHORT = 1000;

export class Announcer {
  readonly #region: Element;
  #waiting: string | undefined;
  /** What has happened and has not been told yet, some of it with what it is about. */
  #done: { readonly said: string; readonly about: unknown }[] = [];
  /** Whether some of it was done or noticed: that is told in its time, whatever else comes. */
  #isDue = false;
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
    this.#keep(sentence, about);
    if (!this.#isDue) this.#rest(SHORT);
    this.#isDue = true;
  }

  /** Says what came of what was done, after it: once it stands, unless the next result has taken its place, or others say it. */
  result(sentence: string, isSaid?: boolean): void {
    if (sentence) this.#last = sentence;
    if (!sentence || isSaid) return;
    this.#keep(sentence, this);
    if (!this.#isDue) this.#rest(SHORT);
  }

  #keep(sentence: string, about?: unknown): void {
    // News that still waits is old by now.
    this.#waiting = undefined;
    if (about) this.#done = this.#done.filter((one) => one.about !== about);
    this.#done.push({ said: /[.!?]$/.test(sentence) ? sentence : `${sentence}.`, about });
  }

  /** Says what the reader has just asked to hear, at once, after what has happened before: steps come as fast as they are pressed. */
  now(sentence: string): void {
    this.#last = sentence;
    this.#speak([...this.#told(), sentence].join(' '));
  }

  /** Repeats the last sentence at once, or says another instead; an emptied region makes the same words news again. */
  again(fallback: string, instead?: string): void {
    this.#region.textContent = '';
    requestAnimationFrame(() => {
      if (instead === undefined && this.#done.length > 0) this.#flush();
      else this.#speak(instead ?? (this.#last || fallback));
    });
  }

  #speak(sentence: string): void {
    // In the one file, a lesson that has been left.
    if (!this.#region.checkVisibility()) return;
    this.#region.textContent = sentence;
    this.#waiting = undefined;
    // What has happened meanwhile keeps its time.
    if (this.#done.length === 0) this.#rest(QUIET);
  }

  /** Nothing is said for so many milliseconds; then what waits. */
  #rest(quiet: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#flush();
    }, quiet);
  }

  /** What has happened and not been told; now it is. */
  #told(): readonly string[] {
    const said = this.#done.map((one) => one.said);
    this.#done = [];
    this.#isDue = false;
    return said;
  }

  #flush(): void {
    const said = [...this.#told(), this.#waiting ?? ''].join(' ').trim();
    if (said) this.#speak((this.#last = said));
  }
}
