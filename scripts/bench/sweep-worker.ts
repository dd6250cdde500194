/** Trains the cases of `sweep-cases.ts` where readers train: in a worker of the browser. Runs there; `sweep.ts` asks. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import { openBackend } from '../../widgets/run/lab/backends.ts';
import { rowsOf } from '../../widgets/engine/look.ts';
import { trainMany } from '../../widgets/engine/train-many.ts';
import { bareNetworks } from './bare-networks.ts';
import { byModelFit } from './model-fit.ts';
import type { Sizes } from './parts.ts';
import { AS_THEY_COME, caseOf, lossOf, type Case, type Kind } from './sweep-cases.ts';

/** The ways to train the models of a case: ours, all at once and one after the other; `model.fit` for each; a loop without TF.js. */
const WAYS = {
  'at once': atOnce,
  'one after another': oneAfterAnother,
  'model.fit': byModelFit,
  'a bare loop': bareNetworks,
};
export type Way = keyof typeof WAYS;
/** What is asked: to open a back end, or to train one case in one way. */
export type Asked =
  | { readonly opens: string; readonly wasm: Uint8Array }
  | { readonly way: Way; readonly kind: Kind; readonly sizes: Pick<Sizes, 'rows' | 'models'> };
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

async function oneAfterAnother(one: Case): Promise<readonly Float32Array[]> {
  const chances: Float32Array[] = [];
  for (const target of one.targets) chances.push(...(await atOnce({ ...one, targets: [target] })));
  return chances;
}

async function answered(asked: Asked): Promise<Answer | string> {
  if ('opens' in asked) {
    const file = (): Promise<Uint8Array> => Promise.resolve(asked.wasm);
    const machine = { file, onLoss: fail, clock: () => performance.now() };
    const { state, detail } = await openBackend(asked.opens, true, machine);
    return `${state}: ${detail}`;
  }
  const one = caseOf(asked.kind, asked.sizes);
  const began = performance.now();
  const chances = await WAYS[asked.way](one);
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
