// Packs which words each message of the SMS Spam Collection has, for a test only: `node tests/widgets/experiments/rules-or-ml/pack.mjs FILE`,
// FILE being SMSSpamCollection. Words are numbered and not written down, so that no message can be read from it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Words as the paper splits them: at blanks, full stops, commas, colons and dashes; letters keep their size. */
const BETWEEN = /[\s.,:-]+/;

/** Numbers below 128 in one byte, others seven bits at a time, the lowest first; a set eighth bit says that more come. */
function written(numbers) {
  const bytes = [];
  for (let number of numbers) {
    for (; number > 127; number >>= 7) bytes.push((number & 127) | 128);
    bytes.push(number);
  }
  return Buffer.from(bytes);
}

/** @param {string} raw the whole file, duplicates in */
export function packed(raw) {
  const messages = raw
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [label, text] = line.split(/\t(.*)/s);
      const words = [...new Set(text.split(BETWEEN).filter((word) => word !== ''))];
      return { isSpam: label === 'spam', words };
    });
  const times = new Map();
  for (const word of messages.flatMap(({ words }) => words)) {
    times.set(word, (times.get(word) ?? 0) + 1);
  }
  // The commonest first, so that most numbers are small; where two are as common, the earlier by its letters.
  const order = [...times.keys()].sort((a, b) => times.get(b) - times.get(a) || (a < b ? -1 : 1));
  const numbers = new Map(order.map((word, i) => [word, i]));
  const all = messages.flatMap(({ isSpam, words }) => {
    const own = words.map((word) => numbers.get(word)).sort((a, b) => a - b);
    const steps = own.map((number, i) => (i === 0 ? number : number - own[i - 1] - 1));
    return [2 * own.length + (isSpam ? 1 : 0), ...steps];
  });
  return gzipSync(written(all), { level: 9 });
}

const [from] = process.argv.slice(2);
if (!from) {
  console.error('Say where the raw file is: node pack.mjs FILE');
  process.exit(2);
}
writeFileSync(join(import.meta.dirname, 'words.bin'), packed(readFileSync(from, 'utf8')));
