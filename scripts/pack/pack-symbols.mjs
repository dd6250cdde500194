// Packs symbols to be guessed: `node scripts/pack/pack-symbols.mjs FOLDER FILE.csv`, the lessons of an edition and bike hire by
// the hour. Letters of the text: a to z, and _ for whatever stands between words. Hours: u where more were hired than in the
// hour before, d where not.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { columnsOf, packs } from '../data-hashes.mjs';

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
  const counts = columnsOf(csv, ['cnt']).map(([count]) => Number(count));
  return counts
    .slice(1)
    .map((count, i) => (count > counts[i] ? 'u' : 'd'))
    .join('');
}

packs(import.meta.filename, 'FOLDER FILE.csv', (folder, csv) => {
  const lessons = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.mdx'));
  const inOrder = lessons.sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const texts = inOrder.map((name) => lettersOf(readFileSync(join(folder, name), 'utf8')));
  const letters = texts.join('_').replaceAll(/_+/g, '_').replace(/^_/, '').slice(0, LETTERS);
  const rises = risesOf(readFileSync(csv, 'utf8'));
  return {
    letters: { 'letters.txt': Buffer.from(letters, 'ascii') },
    'bike-hours': { 'bike-hours.txt': Buffer.from(rises, 'ascii') },
  };
});
