// Packs mails of the SpamAssassin corpus as the site ships them: `node scripts/pack/mails.mjs BITS LIST`, the two files being
// spamassassin300.bits and .json: which of 300 words each of 6,046 mails contains, and the words. No mail text is in them.
// The same files give the same bytes on every machine: counts and comparisons only, no random choice, no dates.
import { readFileSync } from 'node:fs';
import { packs } from '../data-hashes.mjs';

/** Words that a mail is described by. */
const WORDS = 160;
/** Later spam that is shipped; the rest serves to choose the words. */
const LATER = 500;
/** What is shipped, in this order. */
const SHIPPED = ['easy-ham-1', 'spam-1', 'hard-ham-1'];

/** The mails by group, without those whose words have all come before in the same combination. */
export function readGroups(bits, { order, sizes, bytes_per_doc: width }) {
  const seen = new Set();
  let from = 0;
  return Object.fromEntries(
    order.map((name, i) => {
      const all = Array.from({ length: sizes[i] }, (_, k) =>
        bits.subarray((from + k) * width, (from + k + 1) * width),
      );
      from += sizes[i];
      const rows = all.filter((row) => {
        const key = row.join(' ');
        return !seen.has(key) && seen.add(key);
      });
      return [name, rows];
    }),
  );
}

/** So many of a list, evenly spaced, and the others. */
export function evenly(list, count) {
  const isTaken = (i) =>
    Math.floor(((i + 1) * count) / list.length) > Math.floor((i * count) / list.length);
  return [list.filter((_, i) => isTaken(i)), list.filter((_, i) => !isTaken(i))];
}

const has = (row, word) => (row[word >> 3] >> (word & 7)) & 1;

/** How much a word tells of whether a mail is spam: the mutual information, in nats. */
export function tells(word, spam, genuine) {
  const all = spam.length + genuine.length;
  const shares = [spam, genuine].map((rows) => {
    const having = rows.filter((row) => has(row, word)).length;
    return { label: rows.length / all, having: [rows.length - having, having] };
  });
  const having = [0, 1].map((b) => (shares[0].having[b] + shares[1].having[b]) / all);
  let sum = 0;
  for (const share of shares) {
    for (const b of [0, 1]) {
      const both = share.having[b] / all;
      if (both > 0) sum += both * Math.log(both / (share.label * having[b]));
    }
  }
  return sum;
}

/** The words that tell most, by their numbers, in the order of the list; where two tell as much, the earlier. */
export function chosen(spam, genuine, words, count = WORDS) {
  return words
    .map((_, word) => ({ word, told: tells(word, spam, genuine) }))
    .sort((a, b) => b.told - a.told || a.word - b.word)
    .slice(0, count)
    .map(({ word }) => word)
    .sort((a, b) => a - b);
}

/** Rows of the chosen words in whole bytes, the first word lowest; in the order of their bytes, which packs smaller. */
export function pack(rows, words) {
  return Buffer.concat(
    rows
      .map((row) => {
        const packed = Buffer.alloc(Math.ceil(words.length / 8));
        words.forEach((word, k) => (packed[k >> 3] |= has(row, word) << (k & 7)));
        return packed;
      })
      .sort(Buffer.compare),
  );
}

/** Rows of whole bytes, so many, turned on their side: all rows' first bits, then all their second bits. That packs smaller. */
export function turned(rows, count) {
  const width = rows.length / count;
  const column = Math.ceil(count / 8);
  const out = Buffer.alloc(8 * width * column);
  for (let row = 0; row < count; row += 1) {
    for (let bit = 0; bit < 8 * width; bit += 1) {
      const isSet = (rows[row * width + (bit >> 3)] >> (bit & 7)) & 1;
      out[bit * column + (row >> 3)] |= isSet << (row & 7);
    }
  }
  return out;
}

/** The packed files by name: bits, group after group and word after word; the groups with their sizes, an empty line, and the words. */
function packedFiles(bits, list) {
  const groups = readGroups(bits, list);
  const [later, rest] = evenly(groups['spam-2'], LATER);
  const words = chosen(rest, groups['easy-ham-2'], list.vocab);
  const parts = [...SHIPPED.map((name) => [name, groups[name]]), ['spam-2', later]];
  const sizes = parts.map(([name, rows]) => `${name}\t${rows.length}`);
  return {
    'mails.bin': turned(
      Buffer.concat(parts.map(([, rows]) => pack(rows, words))),
      parts.reduce((sum, [, rows]) => sum + rows.length, 0),
    ),
    'mails-words.tsv': Buffer.from(
      `${sizes.join('\n')}\n\n${words.map((word) => list.vocab[word]).join('\n')}\n`,
    ),
  };
}

packs(import.meta.filename, 'BITS LIST', (bits, list) => ({
  mails: packedFiles(readFileSync(bits), JSON.parse(readFileSync(list, 'utf8'))),
}));
