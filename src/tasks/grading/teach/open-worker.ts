/** Opens the worker that grades: a classic script, fetched as bytes, verified, opened from a blob, like every worker of the book. */
import { wrap, type Remote } from 'comlink';
import { scriptUrl } from '../../../../widgets/run/page/trusted-types.ts';
import { workerFile } from '../../../../widgets/run/page/worker-file.ts';
import type { GradeSide } from './protocol.ts';

/** The worker, ready to be asked. */
export async function openGrader(): Promise<Remote<GradeSide>> {
  const [code, engine] = await Promise.all([
    workerFile('workers/grade.js'),
    workerFile('workers/quickjs.wasm'),
  ]);
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const side = wrap<GradeSide>(new Worker(scriptUrl(url)));
  await side.engine(await WebAssembly.compile(engine));
  return side;
}
