// Packs the sizes of language models' training data: `node scripts/pack-lm-sizes.mjs FILE.csv`.
// One line a data set, fields parted by tabs: date, name, size, unit, content, certainty, source.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from './data-hashes.mjs';

const KEPT = ['date', 'model_or_dataset', 'tokens', 'unit', 'modality', 'certainty', 'source_url'];

/** The fields of one line of a CSV file; quoted ones may hold commas and doubled quotes. */
export function fieldsOf(line) {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return [...fields].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);
}

/** The kept fields of every row, in the order of their dates. */
export function packed(csv) {
  const [head, ...rows] = csv.trim().split(/\r?\n/).map(fieldsOf);
  const at = KEPT.map((name) => head.indexOf(name));
  if (at.includes(-1)) throw new Error(`The head of the file must name ${KEPT.join(', ')}.`);
  const lines = rows.map((row) => at.map((i) => row[i]));
  for (const line of lines) {
    if (line.some((field) => !/^[\x20-\x7e]+$/.test(field ?? ''))) {
      throw new Error(`"${line[1]}" has an empty field, or a letter beyond ASCII.`);
    }
  }
  lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Buffer.from(lines.map((line) => `${line.join('\t')}\n`).join(''), 'ascii');
}

function main(from, root) {
  writeDataSet(root, 'lm-sizes', { 'lm-sizes.tsv': packed(readFileSync(from, 'utf8')) });
  writeHashes(root);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from] = process.argv.slice(2);
  if (!from) {
    console.error('Say where the raw file is: node scripts/pack-lm-sizes.mjs FILE.csv');
    process.exit(2);
  }
  main(from, join(import.meta.dirname, '..'));
}
