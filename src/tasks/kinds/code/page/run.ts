/** Runs a program in a worker of its own, which is ended when it does not answer in time. */
import { scriptUrl } from '../../../../../widgets/run/page/trusted-types.ts';
import { workerFile } from '../../../../../widgets/run/page/worker-file.ts';
import type { Answer, AnswerTable, Asked, AskedTable, Sent } from './protocol.ts';

/** In milliseconds; a program has used up its steps long before on most machines. */
const PATIENCE = 2_000;

/** The worker’s address, and the engine that it runs programs in. */
interface Fetched {
  readonly url: string;
  readonly wasm: WebAssembly.Module;
}

let all: Promise<Fetched> | undefined;
async function fetched(): Promise<Fetched> {
  const [code, engine] = await Promise.all([
    workerFile('workers/code.js'),
    workerFile('workers/quickjs.wasm'),
  ]);
  return {
    url: URL.createObjectURL(new Blob([code], { type: 'text/javascript' })),
    wasm: await WebAssembly.compile(engine),
  };
}

/** What comes of a program; `slow` where it took too long. Rejects where the worker’s code does not come. */
export const run = (asked: Asked): Promise<Answer | 'slow'> => ask(asked);

/** The data of a variant. */
export const table = (asked: AskedTable): Promise<AnswerTable | 'slow'> => ask(asked);

async function ask<T>(asked: Asked | AskedTable): Promise<T | 'slow'> {
  all ??= fetched();
  const { url, wasm } = await all.catch((error: unknown) => {
    all = undefined;
    throw error;
  });
  const worker = new Worker(scriptUrl(url));
  try {
    return await new Promise((resolve, reject) => {
      const late = setTimeout(() => resolve('slow'), PATIENCE);
      worker.addEventListener('message', ({ data }: MessageEvent<T>) => {
        clearTimeout(late);
        resolve(data);
      });
      worker.addEventListener('error', () => {
        clearTimeout(late);
        reject(new Error('the worker ended'));
      });
      worker.postMessage({ wasm, asked } satisfies Sent);
    });
  } finally {
    worker.terminate();
  }
}
