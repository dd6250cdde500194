/** Files that a run needs, by their name in the book: fetched on the web, decoded from the page in the one-file edition. */
import { download } from './download.ts';

// Base64 is decoded in pieces, so that no piece keeps the reader's thread for longer than a few milliseconds.
const PIECE = 2 * 65536;
/** What was fetched before. */
const asked = new Set<string>();

/**
 * The bytes of a file of the book: `data/mnist8.bin`, `workers/lab.js`. Rejects with a DataFault that tells the reader
 * what to do. The page may carry the file itself, as base64 in
 * `<script type="application/octet-stream" data-asset="NAME">`.
 */
export async function readAsset(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const carried = document.querySelector(`script[data-asset="${CSS.escape(name)}"]`);
  if (carried) return decoded(carried.textContent.trim());
  const root = document.documentElement.dataset['root'] ?? './';
  // Names stay the same from edition to edition; asking the server each time whether the file has changed costs one short
  // answer and never pairs a new page with an old worker. Who asks again got nothing, or something that was refused: a
  // cache on the way may have kept it.
  const cache = asked.has(name) ? 'reload' : 'no-cache';
  asked.add(name);
  return download(name, new URL(root + name, document.baseURI), cache);
}

async function decoded(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  let at = 0;
  for (let start = 0; start < base64.length; start += PIECE) {
    const text = atob(base64.slice(start, start + PIECE));
    for (let i = 0; i < text.length; i += 1) bytes[at + i] = text.charCodeAt(i);
    at += text.length;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return bytes;
}
