// Packs the SMS Spam Collection as the site ships it: `node scripts/pack-sms.mjs FILE`, FILE being SMSSpamCollection.
// No message leaves this script but a dozen chosen ones, masked. The same raw file gives the same bytes on every machine:
// counts and comparisons only, no random choice, no dates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from './data-hashes.mjs';

/** Words that a message is described by. */
const WORDS = 400;
/** Rude words among the commonest: they are passed over, so that none can come on screen. */
const RUDE = ['shit'];

/**
 * Messages that the reader is shown: line in the raw file, from 0. Chosen by hand for being harmless and short, some of
 * them easy and some hard. They carry no name and no address but those that `masked` hides.
 */
export const SHOWN = [57, 418, 469, 598, 761, 1196, 1290, 1367, 1430, 1460, 1506, 5451];

/** @typedef {{ line: number, spam: boolean, text: string }} Message `line`: its place in the raw file, from 0 */

/** Reads the collection and drops every message whose text has come before. */
export function readMessages(raw) {
  const seen = new Set();
  const messages = [];
  raw.split('\n').forEach((line, at) => {
    if (line === '') return;
    const tab = line.indexOf('\t');
    const label = line.slice(0, tab);
    if (label !== 'ham' && label !== 'spam') {
      throw new Error(`Line ${at + 1} begins neither with "ham" nor with "spam".`);
    }
    const text = line.slice(tab + 1);
    if (seen.has(text)) return;
    seen.add(text);
    messages.push({ line: at, spam: label === 'spam', text });
  });
  return messages;
}

/**
 * The words of a message, each once: runs of letters from a to z, the pound sign, and in place of a number whether it has
 * fewer than five digits or not. `&lt;#&gt;`, the collectors' mask, is no word.
 */
export function wordsOf(text) {
  const plain = text.toLowerCase().replace(/&(?:lt|gt|amp);/g, ' ');
  const found = plain.match(/[a-z]+|[0-9]+|£/g) ?? [];
  return new Set(
    found.map((word) => (/[0-9]/.test(word) ? (word.length < 5 ? '#' : '#####') : word)),
  );
}

/** The words that most messages contain, whatever their labels; where two are as common, the earlier in the alphabet. */
export function commonest(messages, count = WORDS) {
  const counts = new Map();
  for (const { text } of messages) {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([word]) => !RUDE.includes(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word);
}

/** A message without what could lead to a person: digits become #, addresses of the web and of mail a word. */
export function masked(text) {
  return text
    .replace(/\S+@\S+|(?:https?:|www\.)\S+/gi, '[address]')
    .replace(/[0-9]/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** One bit a word and message, rows of whole bytes with the first word lowest; then a byte a message: 1 for spam. */
export function pack(messages, words) {
  const row = Math.ceil(words.length / 8);
  const packed = new Uint8Array(messages.length * (row + 1));
  messages.forEach(({ text, spam }, i) => {
    const present = wordsOf(text);
    words.forEach((word, k) => {
      if (present.has(word)) packed[i * row + (k >> 3)] |= 1 << (k & 7);
    });
    packed[messages.length * row + i] = spam ? 1 : 0;
  });
  return packed;
}

/** Both packed files by name: bits with labels; the words, an empty line, and the messages that may be shown, each with its row. */
export function packedFiles(raw) {
  const messages = readMessages(raw);
  const words = commonest(messages);
  const shown = SHOWN.map((line) => {
    const row = messages.findIndex((message) => message.line === line);
    return `${row}\t${masked(messages[row].text)}`;
  });
  return {
    'sms.bin': pack(messages, words),
    'sms-words.tsv': Buffer.from(`${words.join('\n')}\n\n${shown.join('\n')}\n`),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from] = process.argv.slice(2);
  if (!from) {
    console.error('Say where the raw file is: node scripts/pack-sms.mjs FILE');
    process.exit(2);
  }
  const root = join(import.meta.dirname, '..');
  writeDataSet(root, 'sms', packedFiles(readFileSync(from, 'utf8')));
  writeHashes(root);
}
