// What every packing script ends with: files, their entry on the card, and the module of hashes that readers check against.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Writes the files of one data set and lists them on its card, which is otherwise written by hand. */
export function writeDataSet(root, id, files) {
  const listed = Object.entries(files).map(([name, data]) => {
    writeFileSync(join(root, 'public/data', name), data);
    console.log(`${name}: ${data.length} bytes, ${gzipSync(data).length} gzipped`);
    return { name, bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') };
  });
  const card = join(root, 'public/data', `${id}.json`);
  const facts = JSON.parse(readFileSync(card, 'utf8'));
  writeFileSync(card, `${JSON.stringify({ ...facts, files: listed }, null, 2)}\n`);
}

/** Writes the module of hashes from all cards. */
export function writeHashes(root) {
  const folder = join(root, 'public/data');
  const cards = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const entries = cards
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).files);
  writeFileSync(join(root, 'widgets/kit/data/data-hashes.ts'), hashesModule(entries));
}

/** The generated module that says what the shipped bytes must hash to. */
function hashesModule(entries) {
  const lines = entries.map(
    ({ name, bytes, sha256 }) =>
      `  '${name}': {\n    bytes: ${bytes},\n    sha256: '${sha256}',\n  },\n`,
  );
  return `/** The published bytes of every data file. Written by scripts/pack-*.mjs; do not edit. */

/** What a data file must be: its length in bytes and its SHA-256 in hexadecimal. */
export interface DataHash {
  readonly bytes: number;
  readonly sha256: string;
}

/** By file name, as it stands in public/data/. */
export const DATA_HASHES: Readonly<Record<string, DataHash>> = {
${lines.join('')}};
`;
}
