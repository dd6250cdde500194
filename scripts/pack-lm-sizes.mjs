// Packs the sizes of language models' training data: `node scripts/pack-lm-sizes.mjs FILE.csv`.
// One line a data set, fields parted by tabs: date, name, size, unit, content, certainty, source.
import { readFileSync } from 'node:fs';
import { columnsOf, packs } from './data-hashes.mjs';

const KEPT = ['date', 'model_or_dataset', 'tokens', 'unit', 'modality', 'certainty', 'source_url'];

/** The kept fields of every row, in the order of their dates. */
export function packed(csv) {
  const lines = columnsOf(csv, KEPT);
  for (const line of lines) {
    if (line.some((field) => !/^[\x20-\x7e]+$/.test(field ?? ''))) {
      throw new Error(`"${line[1]}" has an empty field, or a letter beyond ASCII.`);
    }
  }
  lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Buffer.from(lines.map((line) => `${line.join('\t')}\n`).join(''), 'ascii');
}

packs(import.meta.filename, 'FILE.csv', (from) => ({
  'lm-sizes': { 'lm-sizes.tsv': packed(readFileSync(from, 'utf8')) },
}));
