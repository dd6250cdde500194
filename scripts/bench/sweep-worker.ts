/** Trains the cases of `sweep-cases.ts` where readers train: in a worker of the browser. Runs there; `sweep.ts` asks. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import { openBackend } from '../../widgets/run/lab/backends.ts';
import { rowsOf } from '../../widgets/engine/look.ts';
import { trainMany } from '../../widgets/engine/train-many.ts';
import { bareNetworks } from './bare-networks.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { AS_THEY_COME, CASES, lossOf, type Case } from './sweep-cases.ts';

/** What is asked: to open a back end, or to train one case in one way. */
export type Asked =
  | { readonly opens: string; readonly wasm: Uint8Array }
  | { readonly way: 'at once' | 'one after another' | 'bare'; readonly name: string };
/** How long it took, in milliseconds, and where every model ended. */
export interface Answer {
  readonly ms: number;
  readonly losses: readonly number[];
}

async function atOnce(one: Case): Promise<readonly Float32Array[]> {
  const rows = rowsOf(one.inputs, one.features);
  let last: readonly Float32Array[] = [];
  const resolved = Promise.resolve();
  await trainMany({
    ...one,
    order: AS_THEY_COME,
    pause: () => resolved,
    onEpoch: async (epoch, models) => {
      if (epoch === one.epochs) last = await models.probabilities(rows);
    },
  });
  rows.free();
  return last;
}

const ways = { 'at once': atOnce, 'one after another': oneAfterAnother, bare: bareNetworks };

async function answered(asked: Asked): Promise<Answer | string> {
  if ('opens' in asked) {
    const file = (): Promise<Uint8Array> => Promise.resolve(asked.wasm);
    const machine = { file, onLoss: fail, clock: () => performance.now() };
    const { state, detail } = await openBackend(asked.opens, true, machine);
    return `${state}: ${detail}`;
  }
  const one = CASES.find(({ name }) => name === asked.name) as Case;
  const began = performance.now();
  const chances = await ways[asked.way](one);
  const ms = performance.now() - began;
  const losses = chances.map((own, i) => lossOf(one, one.targets[i] as never, own));
  return { ms, losses };
}

function fail(did: string): never {
  throw new Error(`The back end ${did}.`);
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answered(data).then(postMessage, (error: unknown) => postMessage(`failed: ${String(error)}`));
});
