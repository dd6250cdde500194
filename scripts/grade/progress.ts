/** How far runs, or sheets, have come, on standard error: a bar in a terminal, a line now and then elsewhere. */

const WIDTH = 30;
/** Elsewhere than in a terminal a line is written each time so large a share is done. */
const SHARE = 0.25;

export class Progress {
  readonly #all: number;
  readonly #what: string;
  #done: number;
  #said: number;

  /** `what` is done, as it is counted: runs repeated. */
  constructor(all: number, done: number, what: string) {
    this.#all = all;
    this.#what = what;
    this.#done = done;
    this.#said = done;
    if (done > 0) process.stderr.write(`${done} of ${all} runs were repeated before.\n`);
  }

  step(): void {
    this.to(this.#done + 1);
  }

  to(done: number): void {
    if (done === this.#done) return;
    this.#done = done;
    if (process.stderr.isTTY) process.stderr.write(`\r${this.#bar()}`);
    else if (this.#done - this.#said >= this.#all * SHARE) {
      this.#said = this.#done;
      process.stderr.write(`${this.#done} of ${this.#all} ${this.#what}\n`);
    }
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\n');
  }

  #bar(): string {
    const full = Math.round((WIDTH * this.#done) / Math.max(1, this.#all));
    return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${this.#done} of ${this.#all} ${this.#what}`;
  }
}
