/** Files that a run needs, by their name in the book: fetched on the web, unpacked from the page in the one-file edition. */
import { DataFault } from '../../kit/contract/faults.ts';
import { download } from './download.ts';
import { carrierOf, unpack } from './unpack.ts';
import { FILES } from '#words/widgets/run/page/file-words';

/** What was fetched before. */
const asked = new Set<string>();

/**
 * The bytes of a file of the book: `data/mnist8.bin`, `workers/lab.js`. Rejects with a DataFault that tells the reader
 * what to do. The one-file edition carries the file in `<script type="application/octet-stream" data-asset="NAME">`;
 * an element that has been taken out is missed only by the runs that ask for it.
 */
export async function readAsset(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { edition, root = './' } = document.documentElement.dataset;
  if (edition === 'one-file') return carried(name);
  // Names stay the same from edition to edition; asking the server each time whether the file has changed costs one short
  // answer and never pairs a new page with an old worker. Who asks again got nothing, or something that was refused: a
  // cache on the way may have kept it.
  const cache = asked.has(name) ? 'reload' : 'no-cache';
  asked.add(name);
  return download(name, new URL(root + name, document.baseURI), cache);
}

async function carried(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const carrier = carrierOf(name);
  if (!carrier) {
    throw new DataFault(FILES.notCarried(name));
  }
  return unpack(carrier.textContent).catch(() => {
    throw new DataFault(FILES.damaged(name));
  });
}
