/** One order of a spread on its way through a worker. */
import { runKey } from '../../kit/record/known-runs.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import { spreadOnPage } from '../../run/page/runners.ts';
import type { PartialSpread, SpreadOrder } from '../../kit/spread/order.ts';
import type { SpreadOutput } from './view.ts';
import { kindOf, measureAll, type AnyWidget, type Measured } from '../../kit/contract/widget.ts';

/** Between two looks at a spread that grows, in milliseconds: models move as a whole, quick runs must not flicker. */
const LOOK = { sim: 500, lab: 150 } as const;

interface SpreadRunListener {
  /** Resolves when the experiment can be seen: models do not learn for nobody. */
  readonly inSight: (signal: AbortSignal) => Promise<void>;
  readonly onNotice: (sentence: string) => void;
  /** More is known: time for another look. */
  readonly onLook: () => void;
}

export class SpreadRun {
  readonly part: PartialSpread;
  readonly #widget: AnyWidget;
  readonly #shown: SpreadOutput;
  readonly #heard: SpreadRunListener;
  readonly #abort = new AbortController();

  constructor(
    widget: AnyWidget,
    { key }: SpreadOrder,
    shown: SpreadOutput,
    heard: SpreadRunListener,
  ) {
    this.part = { key, found: new Map() };
    this.#widget = widget;
    this.#shown = shown;
    this.#heard = heard;
  }

  get isUnwanted(): boolean {
    return this.#abort.signal.aborted;
  }

  stop(): void {
    this.#abort.abort();
  }

  /** Runs the list; resolves with the measures of each by its key. Until then they are provisional. */
  async carryOut(list: readonly AnySettings[]): Promise<ReadonlyMap<string, Measured>> {
    const { signal } = this.#abort;
    const kind = kindOf(this.#widget);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let drawn = performance.now();
    await spreadOnPage(this.#widget.runner, list, {
      signal,
      onNotice: this.#heard.onNotice,
      onOutcome: (outcome: unknown, index: number) => {
        const key = runKey(this.#widget, list[index] ?? {});
        this.part.found.set(key, measureAll(this.#widget, outcome).measures);
        return Promise.resolve();
      },
      onShare: async (share) => {
        if (signal.aborted || share >= 1) return;
        if (kind === 'lab') await this.#shown.pausing(this.#heard.inSight(signal));
        this.#shown.progress(share);
        if (signal.aborted || calm || performance.now() - drawn < LOOK[kind]) return;
        this.#heard.onLook();
        drawn = performance.now();
      },
    });
    signal.throwIfAborted();
    return this.part.found;
  }
}
