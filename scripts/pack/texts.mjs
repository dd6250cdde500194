// Packs what language models learn from: `node scripts/pack/texts.mjs NAMES TRAIN TEST`: the list of first names, one a line, in small
// letters, which are kept once each and in alphabetical order, since girls' and boys' names that are alike stand in it twice; and
// three plays to learn from and the beginning of a fourth, one behind the other in one file.
import { readFileSync } from 'node:fs';
import { packs } from '../data-hashes.mjs';

/** The different names of a list. */
export function namesOf(list) {
  const names = list.split(/\r?\n/).filter((one) => one !== '');
  const odd = names.find((one) => !/^[a-z]{2,15}$/.test(one));
  if (odd !== undefined) throw new Error(`“${odd}” is not 2 to 15 small letters.`);
  return [...new Set(names)].sort();
}

/** What is learned from and what is tested on, as one text of ASCII. */
export function playsOf(train, test) {
  const text = train + test;
  const odd = /[^\n -~]/.exec(text);
  if (odd) throw new Error(`The plays hold “${odd[0]}”, which is not ASCII.`);
  return text;
}

packs(import.meta.filename, 'NAMES TRAIN TEST', (...files) => {
  const [names, train, test] = files.map((file) => readFileSync(file, 'utf8'));
  return {
    names: { 'names.tsv': Buffer.from(`${namesOf(names).join('\n')}\n`) },
    plays: { 'plays.txt': Buffer.from(playsOf(train, test)) },
  };
});
