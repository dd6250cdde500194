/** A thread that repeats runs: takes a widget’s tag and a list of settings, gives back measures. */
import { Console } from 'node:console';
import { parentPort } from 'node:worker_threads';
import { measureAll } from '../../widgets/kit/contract/widget.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { loadWidget } from '../../widgets/index.ts';
import { runManyOnNode } from '../../widgets/run/node.ts';

// TF.js greets on the console; standard output is for what was asked.
globalThis.console = new Console(process.stderr, process.stderr);

/** What is asked of the thread. */
export interface Parcel {
  readonly tag: string;
  readonly list: readonly AnySettings[];
}
/** What it answers: measures in the order of the list, or why there are none. */
export type Answer =
  { readonly done: readonly ReturnType<typeof measureAll>[] } | { readonly failed: string };

parentPort?.on('message', (parcel: Parcel) => {
  void answered(parcel).then((answer) => parentPort?.postMessage(answer));
});

async function answered({ tag, list }: Parcel): Promise<Answer> {
  try {
    const widget = await loadWidget(tag);
    const outcomes = await runManyOnNode(widget, list);
    return { done: outcomes.map((outcome) => measureAll(widget, outcome)) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
