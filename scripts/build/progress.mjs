// How far a build is, read from what Astro says: a line that a person can wait by.

/** The steps of a build, with their shares of its time, and what Astro says when one begins. */
const STEPS = [
  { name: 'content', share: 0.1, says: 'reading the lessons' },
  {
    name: 'server',
    share: 0.35,
    says: 'putting the code together',
    at: /Building (?:server|static) entrypoints/,
  },
  { name: 'client', share: 0.15, says: 'packing what goes to readers', at: /\[vite\] ✓ built in/ },
  { name: 'pages', share: 0.35, says: 'writing the pages', at: /generating static routes/ },
  { name: 'links', share: 0.05, says: 'setting the links' },
];
const LESSON = /─ \/lessons\/[\w-]+\/index\.html/g;
/** Milliseconds between two lines where a line cannot be written over. */
const PAUSE = 5_000;

/** Follows one build and says how far it is. */
export class Progress {
  #step = 0;
  #lessons = 0;
  #began = Date.now();
  #saidAt = 0;
  #lessonsInAll;
  #onSaid;

  /**
   * @param {number} lessons how many lessons the book has
   * @param {(line: string) => void} [onSaid] is told each line, besides the terminal
   */
  constructor(lessons, onSaid) {
    this.#lessonsInAll = lessons;
    this.#onSaid = onSaid;
    this.#say();
  }

  /**
   * Takes in what Astro has said.
   * @param {string} text
   */
  heard(text) {
    const next = STEPS.findLastIndex(({ at }, i) => i > this.#step && at?.test(text));
    if (next > 0) this.#step = next;
    this.#lessons += text.match(LESSON)?.length ?? 0;
    this.#say();
  }

  /**
   * Goes on to a step that Astro does not tell of.
   * @param {string} name
   */
  step(name) {
    this.#step = STEPS.findIndex((one) => one.name === name);
    this.#say();
  }

  /** Ends the line. */
  end() {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(0);
    process.stderr.write(`The book is built (${seconds} s).\n`);
  }

  /** The share of the work that is done, from 0 to 1. */
  get #done() {
    const before = STEPS.slice(0, this.#step).reduce((sum, { share }) => sum + share, 0);
    const within = STEPS[this.#step].name === 'pages' ? this.#lessons / this.#lessonsInAll : 0;
    return before + within * STEPS[this.#step].share;
  }

  #say() {
    const now = Date.now();
    const { name, says } = STEPS[this.#step];
    const lesson =
      name === 'pages' && this.#lessons > 0
        ? `, lesson ${this.#lessons} of ${this.#lessonsInAll}`
        : ` (step ${this.#step + 1} of ${STEPS.length})`;
    const left = this.#done > 0 ? (now - this.#began) * (1 / this.#done - 1) : 0;
    const still = left > 0 ? `, about ${Math.max(1, Math.round(left / 1000))} s still` : '';
    const line = `Building the book: ${says}${lesson}${still} …`;
    this.#onSaid?.(line);
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
    else if (now - this.#saidAt > PAUSE) process.stderr.write(`${line}\n`);
    else return;
    this.#saidAt = now;
  }
}
