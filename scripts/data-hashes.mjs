// What packing scripts share: how they are called, tables of commas, and what they end with: files, their entry on the card, and
// the module of hashes that readers check against.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');

/** Makes a script of a module, called with the places of the raw files; `setsOf` gives the files of each data set by its id. */
export function packs(script, raw, setsOf) {
  if (process.argv[1] !== script) return;
  const places = process.argv.slice(2);
  if (places.length < raw.split(' ').length) {
    console.error(`Say where the raw files are: node ${relative(root, script)} ${raw}`);
    process.exit(2);
  }
  for (const [id, files] of Object.entries(setsOf(...places))) writeDataSet(id, files);
  writeHashes();
}

/** The fields of one line of a CSV file; quoted ones may hold commas and doubled quotes. */
export function fieldsOf(line) {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return [...fields].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);
}

/** Of every row of a CSV file the fields of these columns. */
export function columnsOf(csv, names) {
  const [head, ...rows] = csv.trim().split(/\r?\n/).map(fieldsOf);
  const at = names.map((name) => head.indexOf(name));
  if (at.includes(-1)) throw new Error(`The head of the file must name ${names.join(', ')}.`);
  return rows.map((row) => at.map((i) => row[i]));
}

/** The images and the labels of MNIST's test part, which lie in a folder as idx files. */
export const mnistIn = (folder) =>
  ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map((name) =>
    gunzipSync(readFileSync(join(folder, name))),
  );

/** Writes the files of one data set and lists them on its card, which is otherwise written by hand. */
function writeDataSet(id, files) {
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
function writeHashes() {
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
