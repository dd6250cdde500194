/** Files that a run needs, by their name in the book: fetched on the web, unpacked from the page in the one-file edition. */
import { download } from './download.ts';

/** What was fetched before. */
const asked = new Set<string>();

/**
 * The bytes of a file of the book: `data/mnist8.bin`, `workers/lab.js`. Rejects with a DataFault that tells the reader
 * what to do.
 */
export async function readAsset(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { edition, root = './', assets = '' } = document.documentElement.dataset;
  if (edition === 'one-file') return (await import('./carried.ts')).carried(name);
  // At the front of several editions, from the folder of the page’s own: a tab may stand open while another one takes the front.
  // Names stay the same from edition to edition; asking the server each time whether the file has changed costs one short
  // answer and never pairs a new page with an old worker. Who asks again got nothing, or something that was refused: a
  // cache on the way may have kept it.
  const cache = asked.has(name) ? 'reload' : 'no-cache';
  asked.add(name);
  return download(name, new URL(root + assets + name, document.baseURI), cache);
}
