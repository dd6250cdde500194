// Packs the SMS Spam Collection as the site ships it: `node scripts/pack-sms.mjs FILE`, FILE being SMSSpamCollection.
// No message leaves this script but forty chosen ones, masked. The same raw file gives the same bytes on every machine:
// counts and comparisons only, no random choice, no dates.
import { readFileSync } from 'node:fs';
import { packs } from './data-hashes.mjs';

/** Words that a message is described by. */
const WORDS = 400;
/** Rude words among the commonest: they are passed over, so that none can come on screen. */
const RUDE = ['shit'];

/**
 * Messages that the reader is shown: line in the raw file, from 0. Chosen by hand for being harmless and short, some of
 * them easy and some hard. They carry no name and no address but those that `masked` hides.
 */
export const SHOWN = [57, 418, 469, 598, 761, 1196, 1290, 1367, 1430, 1460, 1506, 5451];

/** Further messages, chosen in the same way, that show what single words catch and what they hold back. */
export const EXAMPLES = [
  84, 107, 191, 526, 529, 603, 822, 879, 1118, 1620, 1625, 1672, 1677, 1804, 2482, 3360, 3364, 3437,
  3885, 3988, 4047, 4141, 4297, 4359, 4433, 4514, 4577, 4702,
];

/** Kinds of spam, by words that the raw message contains; spam with words of both kinds, or of neither, is of no kind. */
export const KINDS = {
  prizes:
    /\b(?:prizes?|won|win|winners?|awarded|awards?|claim|cash|guaranteed|draw|vouchers?|competition)\b/i,
  dating:
    /\b(?:dat(?:e|es|ing)|singles?|lonely|flirt\w*|sexy?|chat|girls?|babes?|admirer|fanc(?:y|ies)|meet|naughty|love|xxx)\b/i,
};

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

/** A message without what could lead to a person: digits become #, as does the collectors' mask; addresses of the web and of mail a word. */
export function masked(text) {
  return text
    .replaceAll('&lt;#&gt;', '#')
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

/** The kind of a spam message, by name; nothing where it has none. */
export function kindOf(text) {
  const found = Object.keys(KINDS).filter((kind) => KINDS[kind].test(text));
  return found.length === 1 ? found[0] : undefined;
}

/** For each kind its name and the rows of its spam; an empty line; then the examples, each with its row. */
function kindsFile(messages) {
  const kinds = Object.keys(KINDS).map((kind) => {
    const rows = messages.flatMap(({ spam, text }, row) =>
      spam && kindOf(text) === kind ? [row] : [],
    );
    return `${kind}\t${rows.join(' ')}`;
  });
  return `${kinds.join('\n')}\n\n${shownLines(messages, EXAMPLES).join('\n')}\n`;
}

function shownLines(messages, lines) {
  return lines.map((line) => {
    const row = messages.findIndex((message) => message.line === line);
    return `${row}\t${masked(messages[row].text)}`;
  });
}

/**
 * The packed files by name: bits with labels; the words, an empty line, and the dozen messages that may be shown, each with its
 * row; kinds of spam and further examples.
 */
export function packedFiles(raw) {
  const messages = readMessages(raw);
  const words = commonest(messages);
  return {
    'sms.bin': pack(messages, words),
    'sms-words.tsv': Buffer.from(
      `${words.join('\n')}\n\n${shownLines(messages, SHOWN).join('\n')}\n`,
    ),
    'sms-kinds.tsv': Buffer.from(kindsFile(messages)),
  };
}

packs(import.meta.filename, 'FILE', (from) => ({ sms: packedFiles(readFileSync(from, 'utf8')) }));
