/** What an author may do to a lesson by accident: a text, changed by chance in one of many ways. */
import type { Random } from '../../../widgets/kit/numbers/random.ts';
import { pick } from '../attack.ts';

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

function lines(text: string, random: Random, change: (all: string[], i: number) => void): string {
  const all = text.split('\n');
  change(all, random.whole(all.length));
  return all.join('\n');
}

const CHANGES: Readonly<Record<string, Change>> = {
  insert: (text, random) => {
    const [place, sign] = [at(text, random), pick(random, SIGNS)];
    const after = text.slice(0, place) + sign + text.slice(place);
    return { text: after, says: `${JSON.stringify(sign)} at ${place}` };
  },
  remove: (text, random) => {
    const place = at(text, random);
    const length = 1 + random.whole(4);
    const gone = text.slice(place, place + length);
    const after = text.slice(0, place) + text.slice(place + length);
    return { text: after, says: `without ${JSON.stringify(gone)} at ${place}` };
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
  value: (text, random) => {
    const all = [...text.matchAll(/^(\s*(?:- )?\w+:) .*$/gm)];
    if (all.length === 0) return { text, says: 'nothing' };
    const { 0: line, 1: key = '', index } = pick(random, all);
    const now = `${key} ${pick(random, VALUES)}`;
    const after = text.slice(0, index) + now + text.slice(index + line.length);
    return { text: after, says: `${JSON.stringify(now.slice(0, 60))} for ${JSON.stringify(line)}` };
  },
  prop: (text, random) => {
    const all = [...text.matchAll(/\s([a-z]\w*)=("[^"\n]*"|\{)/g)];
    if (all.length === 0) return { text, says: 'nothing' };
    const { 0: whole, 1: name = '', index } = pick(random, all);
    const now = whole.replace(name, pick(random, [`${name}s`, name.slice(1), 'id', 'x', '']));
    const after = text.slice(0, index) + now + text.slice(index + whole.length);
    return { text: after, says: `${JSON.stringify(now)} for ${JSON.stringify(whole)}` };
  },
  component: (text, random) => {
    const all = [...text.matchAll(/<\/?[A-Z]\w*|\/>|<\/[A-Z]\w*>/g)];
    if (all.length === 0) return { text, says: 'nothing' };
    const { 0: whole, index } = pick(random, all);
    const now = pick(random, ['', `${whole}x`, whole.toLowerCase(), '<Nobody', '<>']);
    const after = text.slice(0, index) + now + text.slice(index + whole.length);
    return { text: after, says: `${JSON.stringify(now)} for ${JSON.stringify(whole)} at ${index}` };
  },
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
