/** What a hand drags is answered at most once a frame, and in a task of its own: the frame then only shows it. */
import { nextFrame } from './next-frame.ts';

/** Answers the latest of what was put; what comes while a frame is waited for takes the place of what came before it. */
export class Latest<T> {
  readonly #answer: (value: T) => void;
  readonly #frame: () => Promise<void>;
  #waiting: { readonly value: T } | undefined;
  #isBusy = false;

  constructor(answer: (value: T) => void, frame = nextFrame) {
    this.#answer = answer;
    this.#frame = frame;
  }

  put(value: T): void {
    this.#waiting = { value };
    if (!this.#isBusy) void this.#work();
  }

  /** Forgets what has not been answered. */
  drop(): void {
    this.#waiting = undefined;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    try {
      while (this.#waiting) {
        await new Promise((resolve) => setTimeout(resolve));
        const latest = this.#waiting as { readonly value: T } | undefined;
        this.#waiting = undefined;
        if (latest) this.#answer(latest.value);
        await this.#frame();
      }
    } finally {
      this.#isBusy = false;
    }
  }
}
