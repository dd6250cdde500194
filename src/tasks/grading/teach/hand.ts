/** One worker that repeats runs of a simulation, among others of its kind: a class has more runs than one core should do. */
import { proxy } from 'comlink';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { asset } from '../../../../widgets/run/page/kept-workers.ts';
import { openWorker, type OpenWorker } from '../../../../widgets/run/page/open-worker.ts';
import type { PageSide } from '../../../../widgets/run/protocol.ts';
import { TEACH } from '#words/src/tasks/grading/teach/words';

/** How long one run may take, in milliseconds, before its worker is ended. */
const PATIENCE = 60_000;

export class Hand {
  readonly #signal: AbortSignal;
  #runner = '';
  #worker: OpenWorker | undefined;

  /** Ends when the signal says so, in the middle of a run too. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.close());
  }

  /** The last outcome of each, in order. Rejects where one breaks, or takes too long. */
  async run(runner: string, list: readonly AnySettings[]): Promise<readonly unknown[]> {
    const outcomes: unknown[] = [];
    const page = proxy<PageSide>({
      asset,
      show: () => Promise.resolve(),
      showMany: async (all) => {
        for (const [outcome, index] of all) outcomes[index] = outcome;
      },
    });
    const worker = await this.#workerFor(runner);
    // The reader may have stopped while the worker came.
    this.#signal.throwIfAborted();
    const late = setTimeout(
      () => worker.close(new Error(TEACH.late(PATIENCE / 1_000))),
      PATIENCE * list.length,
    );
    try {
      await worker.held((remote) => remote.run({ id: 1, runner, settings: list }, page));
    } finally {
      clearTimeout(late);
    }
    return list.map((_, index) => outcomes[index]);
  }

  close(): void {
    this.#worker?.close();
    this.#worker = undefined;
  }

  async #workerFor(runner: string): Promise<OpenWorker> {
    if (this.#worker && !this.#worker.isClosed && this.#runner === runner) return this.#worker;
    this.close();
    this.#runner = runner;
    return (this.#worker = await openWorker(`workers/${runner.replace('/', '-')}.js`));
  }
}
