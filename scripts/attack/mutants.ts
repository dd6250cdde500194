/** What an author may do to a lesson by accident: a text, changed by chance in one of many ways. */
import type { Random } from '../../widgets/kit/numbers/random.ts';
import { pick } from './attack.ts';

/** A changed text, and how it was changed. */
export interface Mutant {
  readonly text: string;
  readonly says: string;
}

type Change = (text: string, random: Random) => Mutant;

const SIGNS = [...`{}[]<>"'\`:;-#&*|!%@,/\\=\n\t \u0000\ufeff\u00a0é–“`];
/** Values that stand where another one was meant. */
const VALUES = [
  'null',
  'true',
  '[]',
  '{}',
  '-1',
  '0',
  '1e400',
  '.nan',
  '""',
  '"x"',
  '[[]]',
  '{ a: { b: [] } }',
  '2020-01-01',
  '&a [*a]',
  '*nobody',
  '!!binary "x"',
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
  '__proto__',
  `"${'x'.repeat(5000)}"`,
];

const at = (text: string, random: Random): number => random.whole(text.length + 1);
const spliced = (text: string, from: number, length: number, now = ''): string =>
  text.slice(0, from) + now + text.slice(from + length);

function lines(text: string, random: Random, change: (all: string[], i: number) => void): string {
  const all = text.split('\n');
  change(all, random.whole(all.length));
  return all.join('\n');
}

/** Something else in the place of one of those that a pattern finds. */
const swap =
  (pattern: RegExp, become: (was: string, name: string, random: Random) => string): Change =>
  (text, random) => {
    const all = [...text.matchAll(pattern)];
    if (all.length === 0) return { text, says: 'nothing' };
    const { 0: was, 1: name = '', index } = pick(random, all);
    const now = become(was, name, random);
    const after = spliced(text, index, was.length, now);
    return { text: after, says: `${JSON.stringify(now.slice(0, 60))} for ${JSON.stringify(was)}` };
  };

const CHANGES: Readonly<Record<string, Change>> = {
  insert: (text, random) => {
    const [place, sign] = [at(text, random), pick(random, SIGNS)];
    return { text: spliced(text, place, 0, sign), says: `${JSON.stringify(sign)} at ${place}` };
  },
  remove: (text, random) => {
    const [place, length] = [at(text, random), 1 + random.whole(4)];
    const gone = JSON.stringify(text.slice(place, place + length));
    return { text: spliced(text, place, length), says: `without ${gone} at ${place}` };
  },
  cut: (text, random) => {
    const place = at(text, random);
    return { text: text.slice(0, place), says: `cut at ${place}` };
  },
  dropLine: (text, random) => {
    let gone = '';
    const after = lines(text, random, (all, i) => ([gone = ''] = all.splice(i, 1)));
    return { text: after, says: `without the line ${JSON.stringify(gone)}` };
  },
  twice: (text, random) => {
    let again = '';
    const after = lines(text, random, (all, i) => {
      again = all[i] ?? '';
      all.splice(i, 0, again);
    });
    return { text: after, says: `twice the line ${JSON.stringify(again)}` };
  },
  indent: (text, random) => {
    let moved = '';
    const after = lines(text, random, (all, i) => {
      moved = all[i] ?? '';
      all[i] = random.uniform() < 0.5 ? `   ${moved}` : moved.trimStart();
    });
    return { text: after, says: `another indent of ${JSON.stringify(moved)}` };
  },
  value: swap(/^(\s*(?:- )?\w+:) .*$/gm, (_, key, random) => `${key} ${pick(random, VALUES)}`),
  prop: swap(/\s([a-z]\w*)=("[^"\n]*"|\{)/g, (was, name, random) =>
    was.replace(name, pick(random, [`${name}s`, name.slice(1), 'id', 'x', ''])),
  ),
  component: swap(/<\/?[A-Z]\w*|\/>|<\/[A-Z]\w*>/g, (was, _, random) =>
    pick(random, ['', `${was}x`, was.toLowerCase(), '<Nobody', '<>']),
  ),
  empty: (_text, random) => ({ text: pick(random, ['', '\n', '---\n---\n', '# ']), says: 'empty' }),
  huge: (text) => ({ text: text.repeat(30), says: 'thirty times' }),
};

/** One change by chance; rare ones are rare because they are all alike. */
export function mutantOf(text: string, random: Random): Mutant {
  const names = Object.keys(CHANGES);
  const rare = random.uniform() < 0.02;
  const name = rare
    ? pick(random, ['empty', 'huge'])
    : (names[random.whole(names.length - 2)] ?? '');
  const { text: after, says } = (CHANGES[name] as Change)(text, random);
  return { text: after, says: `${name}: ${says}` };
}
