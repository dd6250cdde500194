/** One order of a spread on its way through a worker. */
import { runKey } from '../../kit/record/run-key.ts';
import { recordOf, resultOf, type RunRecord } from '../../kit/record/run-record.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import { spreadOnPage } from '../../run/page/runners.ts';
import type { PartialSpread, SpreadOrder } from '../../kit/spread/order.ts';
import type { Instance } from '../instance.ts';
import { wantsCalm } from '../next-frame.ts';
import type { SpreadOutput } from './view.ts';
import { answersAtOnce, type AnyWidget } from '../../kit/contract/widget.ts';

/** Between two looks at a spread that grows, in milliseconds: models move as a whole, quick runs must not flicker. */
const LOOK = { quick: 500, slow: 150 } as const;

interface SpreadRunListener {
  /** Resolves when the experiment can be seen: models do not learn for nobody. */
  readonly inSight: (signal: AbortSignal) => Promise<void>;
  /** More is known: time for another look. */
  readonly onLook: () => void;
}

export class SpreadRun {
  readonly part: PartialSpread;
  readonly #instance: Instance;
  readonly #widget: AnyWidget;
  readonly #shown: SpreadOutput;
  readonly #listener: SpreadRunListener;
  readonly #abort = new AbortController();

  constructor(
    instance: Instance,
    { key }: SpreadOrder,
    shown: SpreadOutput,
    listener: SpreadRunListener,
  ) {
    this.part = { key, found: new Map() };
    this.#instance = instance;
    this.#widget = instance.widget;
    this.#shown = shown;
    this.#listener = listener;
  }

  get isUnwanted(): boolean {
    return this.#abort.signal.aborted;
  }

  stop(): void {
    this.#abort.abort();
  }

  /** Runs the list; resolves with the record of each. Until then they are provisional, and on no back end. */
  async carryOut(list: readonly AnySettings[]): Promise<readonly RunRecord[]> {
    const { signal } = this.#abort;
    const isQuick = answersAtOnce(this.#widget);
    const pause = isQuick ? LOOK.quick : LOOK.slow;
    const calm = wantsCalm();
    let drawn = performance.now();
    let quarters = 0;
    const { backend } = await spreadOnPage(this.#widget.runner, list, {
      signal,
      onNotice: (sentence) => this.#instance.tell(sentence),
      onOutcome: (outcome: unknown, index: number) => {
        const run = recordOf(resultOf(this.#widget, list[index] ?? {}, outcome));
        this.part.found.set(runKey(run), run);
        return Promise.resolve();
      },
      onShare: async (share) => {
        if (signal.aborted || share >= 1) return;
        if (!isQuick) await this.#shown.pausing(this.#listener.inSight(signal));
        this.#shown.progress(share);
        const isFurther = Math.floor(4 * share) > quarters;
        quarters = Math.floor(4 * share);
        if (isFurther && !isQuick) this.#instance.announcer.say(this.#shown.underWay);
        if (signal.aborted || calm || performance.now() - drawn < pause) return;
        this.#listener.onLook();
        drawn = performance.now();
      },
    });
    signal.throwIfAborted();
    return [...this.part.found.values()].map((run) => ({ ...run, backend }));
  }
}
