/** Runs a program in a worker of its own, which is ended when it does not answer in time. */
import { scriptUrl } from '../../../../../widgets/run/page/trusted-types.ts';
import { workerFile } from '../../../../../widgets/run/page/worker-file.ts';
import type { Answer, AnswerTable, Asked, AskedTable } from './protocol.ts';

/** In milliseconds; a program has used up its steps long before on most machines. */
const PATIENCE = 2_000;

let url: Promise<string> | undefined;
const fetched = async (): Promise<string> => {
  const bytes = await workerFile('workers/code.js');
  return URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
};

/** What comes of a program; `slow` where it took too long. Rejects where the worker’s code does not come. */
export const run = (asked: Asked): Promise<Answer | 'slow'> => ask(asked);

/** The data of a variant. */
export const table = (asked: AskedTable): Promise<AnswerTable | 'slow'> => ask(asked);

async function ask<T>(asked: Asked | AskedTable): Promise<T | 'slow'> {
  url ??= fetched();
  const found = await url.catch((error: unknown) => {
    url = undefined;
    throw error;
  });
  const worker = new Worker(scriptUrl(found));
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
      worker.postMessage(asked);
    });
  } finally {
    worker.terminate();
  }
}
