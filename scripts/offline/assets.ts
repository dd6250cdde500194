/** The files that runs and questions ask for by name, carried in the page as base64. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Element, element, setText } from '../book/html.ts';

const FOLDERS = ['data', 'workers', 'solutions'];
const CARRIED = /\.(bin|js|json|tsv|wasm)$/;

/** The names of the files to carry: `data/mnist8.bin`, `workers/lab.js`. */
function assetNames(folder: string): string[] {
  return FOLDERS.flatMap((part) => {
    const files = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' });
    return files.map((name) => `${part}/${name.replaceAll('\\', '/')}`);
  })
    .filter((name) => CARRIED.test(name))
    .sort();
}

/** A script element that is data, not code: nothing runs it, the page reads it by name. */
function carried(name: string, bytes: Uint8Array): Element {
  const script = element('script', { type: 'application/octet-stream', 'data-asset': name });
  setText(script, Buffer.from(bytes).toString('base64'));
  return script;
}

/** All of them. */
export function carriedAssets(folder: string): Element[] {
  return assetNames(folder).map((name) => carried(name, readFileSync(join(folder, name))));
}
