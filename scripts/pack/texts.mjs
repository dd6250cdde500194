// Packs what language models learn from: `node scripts/pack/texts.mjs NAMES TRAIN TEST`: the list of first names, one a line, in small
// letters, which are kept once each and in alphabetical order, since girls' and boys' names that are alike stand in it twice; and
// three plays to learn from and the beginning of a fourth, a file each.
import { readFileSync } from 'node:fs';
import { packs } from '../data-hashes.mjs';

/** The different names of a list. */
export function namesOf(list) {
  const names = list.split(/\r?\n/).filter((one) => one !== '');
  const odd = names.find((one) => !/^[a-z]{2,15}$/.test(one));
  if (odd !== undefined) throw new Error(`“${odd}” is not 2 to 15 small letters.`);
  return [...new Set(names)].sort();
}

/** The plays by their files. All but the last stand in one text: the second begins with a speech without a speaker, the third with Roderigo's. */
export function playsOf(train, test) {
  const odd = /[^\n -~]/.exec(train + test);
  if (odd) throw new Error(`The plays hold “${odd[0]}”, which is not ASCII.`);
  const [romeo, othello] = ['\n:\n', '\nRODERIGO:\n'].map((first) => train.indexOf(first) + 1);
  if (!romeo || !othello) throw new Error('The three plays do not begin as they should.');
  return {
    'macbeth.txt': train.slice(0, romeo),
    'romeo-and-juliet.txt': train.slice(romeo, othello),
    'othello.txt': train.slice(othello),
    'midsummer-nights-dream.txt': test,
  };
}

packs(import.meta.filename, 'NAMES TRAIN TEST', (...files) => {
  const [names, train, test] = files.map((file) => readFileSync(file, 'utf8'));
  return {
    names: { 'names.tsv': Buffer.from(`${namesOf(names).join('\n')}\n`) },
    plays: Object.fromEntries(
      Object.entries(playsOf(train, test)).map(([name, text]) => [name, Buffer.from(text)]),
    ),
  };
});
