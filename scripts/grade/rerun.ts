/** Repeats runs on several threads: each distinct run once, learners’ together in sweeps; one that breaks or hangs stops no other. */
import { Worker } from 'node:worker_threads';
import { alikeTogether } from '../../widgets/kit/record/alike.ts';
import type { Runnable } from '../../widgets/kit/record/run-key.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import { grouped } from '../../src/tasks/grading/pure/grouped.ts';
import type { Answer, Parcel } from './run-worker.ts';

/** Runs that go to a thread at once. */
const TOGETHER = 8;
/** How long one run may take, in milliseconds, before its thread is ended. */
const PATIENCE = 60_000;

interface Job {
  readonly tag: string;
  readonly runs: readonly Runnable[];
}

type OnDone = (run: Runnable, rerun: Rerun) => void;

/** Repeats the runs with so many threads; each result is told as it comes. */
export async function repeat(
  runs: readonly Runnable[],
  jobs: number,
  onDone: OnDone,
): Promise<void> {
  const threads = new Threads(jobs);
  try {
    await threads.repeat(runs, onDone);
  } finally {
    await threads.close();
  }
}

/** Threads that stay for the next list of runs: to begin one takes as long as many a run. */
export class Threads {
  readonly #jobs: number;
  readonly #workers = new Map<number, Worker>();

  constructor(jobs: number) {
    this.#jobs = jobs;
  }

  async repeat(runs: readonly Runnable[], onDone: OnDone): Promise<void> {
    const queue = jobsOf(runs);
    const hands = Array.from({ length: Math.min(this.#jobs, queue.length) }, async (_, hand) => {
      // From either end: what is alike stays with one thread.
      const next = (): Job | undefined => (hand % 2 === 0 ? queue.shift() : queue.pop());
      for (let job = next(); job; job = next())
        queue.unshift(...(await this.#do(hand, job, onDone)));
    });
    await Promise.all(hands);
  }

  async close(): Promise<void> {
    const all = [...this.#workers.values()];
    this.#workers.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  }

  /** Does a job on one of the threads, and says what is left to do of it. */
  async #do(hand: number, { tag, runs }: Job, onDone: OnDone): Promise<readonly Job[]> {
    const worker =
      this.#workers.get(hand) ?? new Worker(new URL('./run-worker.ts', import.meta.url));
    this.#workers.set(hand, worker);
    const answer = await answerOf(worker, { tag, runs });
    if ('done' in answer) {
      for (const [i, run] of runs.entries()) {
        const found = answer.done[i];
        onDone(
          run,
          found ? { state: 'done', ...found } : { state: 'failed', why: 'it gave nothing.' },
        );
      }
      return [];
    }
    if (answer.isGone) {
      this.#workers.delete(hand);
      await worker.terminate();
    }
    const [only, ...others] = runs;
    // Which of them it was shows when each is run by itself.
    if (others.length > 0) return runs.map((run) => ({ tag, runs: [run] }));
    if (only) onDone(only, { state: 'failed', why: `${answer.failed}.`.replace(/\.+$/, '.') });
    return [];
  }
}

/** Parcels of one widget each. */
function jobsOf(runs: readonly Runnable[]): Job[] {
  const byWidget = grouped(runs, ({ widget }) => widget);
  return [...byWidget].flatMap(([tag, all]) => {
    const sorted = alikeTogether(all, ({ settings }) => settings);
    return Array.from({ length: Math.ceil(sorted.length / TOGETHER) }, (_, i) => ({
      tag,
      runs: sorted.slice(i * TOGETHER, (i + 1) * TOGETHER),
    }));
  });
}

type Outcome =
  Exclude<Answer, { failed: string }> | { readonly failed: string; readonly isGone: boolean };

/** What the thread answers; that it died, or that it is silent for too long. */
function answerOf(worker: Worker, { tag, runs }: Job): Promise<Outcome> {
  return new Promise((resolve) => {
    const onMessage = (answer: Answer): void =>
      end('done' in answer ? answer : { ...answer, isGone: false });
    const onError = (error: Error): void => end({ failed: error.message, isGone: true });
    const onExit = (): void => end({ failed: 'its thread ended', isGone: true });
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      // One by one: a worker’s port has listeners of its own, without which it falls silent.
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onLate = (): void =>
      end({ failed: `it took longer than ${PATIENCE / 1_000} s`, isGone: true });
    const timer = setTimeout(onLate, PATIENCE * runs.length);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    const parcel: Parcel = { tag, list: runs.map(({ settings }) => settings) };
    worker.postMessage(parcel);
  });
}
