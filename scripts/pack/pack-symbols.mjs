// Packs symbols to be guessed: `node scripts/pack/pack-symbols.mjs FOLDER FILE.csv`, the lessons of an edition and bike hire by
// the hour. Letters of the text: a to z, and _ for whatever stands between words. Hours: u where more were hired than in the
// hour before, d where not.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from '../data-hashes.mjs';

/** So many letters are kept. */
const LETTERS = 30_000;

/** The words of a lesson as a reader meets them, in small letters with _ between them. */
export function lettersOf(lesson) {
  return lesson
    .replace(/^---[\s\S]*?\n---/, ' ')
    .replaceAll(/<[^>]*>|\{[^}]*\}|\[@[^\]]*\]|\]\([^)]*\)/g, ' ')
    .replaceAll(/[’']/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_');
}

/** For each hour but the first, whether more bikes were hired than in the one before. */
export function risesOf(csv) {
  const [head, ...rows] = csv.trim().split(/\r?\n/);
  const at = head.split(',').indexOf('cnt');
  if (at === -1) throw new Error('The head of the file must name cnt.');
  const counts = rows.map((row) => Number(row.split(',')[at]));
  return counts
    .slice(1)
    .map((count, i) => (count > counts[i] ? 'u' : 'd'))
    .join('');
}

function main(folder, csv, root) {
  const lessons = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.mdx'));
  const inOrder = lessons.sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const texts = inOrder.map((name) => lettersOf(readFileSync(join(folder, name), 'utf8')));
  const letters = texts.join('_').replaceAll(/_+/g, '_').replace(/^_/, '').slice(0, LETTERS);
  writeDataSet(root, 'letters', { 'letters.txt': Buffer.from(letters, 'ascii') });
  const rises = risesOf(readFileSync(csv, 'utf8'));
  writeDataSet(root, 'bike-hours', { 'bike-hours.txt': Buffer.from(rises, 'ascii') });
  writeHashes(root);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, csv] = process.argv.slice(2);
  if (!folder || !csv) {
    console.error(
      'Say where the raw files are: node scripts/pack/pack-symbols.mjs FOLDER FILE.csv',
    );
    process.exit(2);
  }
  main(folder, csv, join(import.meta.dirname, '../..'));
}
