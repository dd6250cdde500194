/** What `npm run grade` can be asked, and how it says so. */
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import type { Rule } from '../../src/tasks/grading/pure/grade/class.ts';
import { Misread, readWords, wholeIn, type Options } from './words.ts';

const USAGE = `Usage: npm run grade -- FOLDER --assignment ID --out grades.csv [more]
       npm run grade -- --read SHARE.json
       npm run grade -- --help`;

export const HELP = `${USAGE}

Grades a folder of hand-ins as the page “Grade a class” does, with the same verdicts.

  FOLDER              the hand-ins, in folders of their own too; other files are not looked at
  --assignment ID     which assignment they answer
  --out FILE.csv      the marks; beside it FILE.csv.runs.jsonl keeps what was repeated

The class
  --class LIST.csv    Canvas’s, Moodle’s or your own list: who is missing, and extensions (“Extended until”)
  --rule last         which of a student’s files counts: last, best or first
  --key FILE.json     a key from a file, instead of that of the assignment’s source

What comes out besides
  --json FILE.json    all of it: verdicts, statistics, decisions, the key; the page reads it, and --before does
  --list FILE.csv     the class list as it came, with a column of marks (wants --class)
  --feedback FOLDER   a file for each student
  --signs             signs instead of names in CSV and JSON
  --delete-by DATE    written into the JSON

What somebody has to read
  --share NAMES       deals what is to be read to these, with commas between; one name is enough
  --into FOLDER       where their files go
  --twice 0.1         the share that two of them read
  --names             with the students’ names; else they have signs
  --again LIST        answers to be read once more after an appeal: NUMBER/ITEM, with commas between
  --read SHARE.json   reads a share here, answer by answer; what is read is saved at once
  --readings FOLDER   what assistants have sent back; on what two differ, you decide
  --decisions FILE    what you have decided: a saved JSON, or your own readings; it outlives theirs

When the key was wrong
  --before FILE.json  says who gains and who loses since that grading, and why
  --changes FILE.csv  writes the whole list of them

  --jobs N            threads that repeat runs
  --resume            goes on where it was broken off; no run is repeated twice

It ends with 0 where all were graded, with 1 where some were not, with 2 where it was called wrongly.
`;

const VALUES = [
  'assignment',
  'out',
  'jobs',
  'json',
  'key',
  'class',
  'rule',
  'list',
  'feedback',
  'delete-by',
  'share',
  'into',
  'twice',
  'again',
  'read',
  'readings',
  'decisions',
  'before',
  'changes',
] as const;
const FLAGS = ['resume', 'signs', 'names'] as const;
const TAKES: Options = Object.fromEntries([
  ...VALUES.map((name) => [name, 'value'] as const),
  ...FLAGS.map((name) => [name, 'flag'] as const),
]);

type Values = Readonly<Record<string, string>>;

/** What is asked, as far as the command line tells: every folder and file that is to be read is there. */
export interface Asked {
  readonly folder: string;
  readonly id: string;
  readonly out: string;
  readonly jobs: number;
  readonly rule: Rule;
  readonly twice: number;
  readonly assistants: readonly string[];
  readonly again: readonly (readonly [number: string, item: string])[];
  /** The other values, by the names of their options. */
  readonly values: Values;
  readonly flags: readonly string[];
}

const RULES = ['last', 'best', 'first'] as const satisfies readonly Rule[];
const isRule = (text: string): text is Rule => RULES.some((rule) => rule === text);

/** Throws Misread where it cannot be done. */
export function asked(all: readonly string[]): Asked | { readonly read: string } {
  const { words, values, flags } = readWords(all, TAKES, USAGE);
  const [folder, ...more] = words;
  const { assignment: id, out, read } = values;
  if (read !== undefined && words.length === 0) return { read: file(read) };
  if (folder === undefined || more.length > 0 || id === undefined || out === undefined)
    throw new Misread(USAGE);
  isFolder(folder);
  for (const name of ['out', 'json', 'list', 'changes'] as const) {
    const written = values[name];
    if (written !== undefined && !existsSync(dirname(written)))
      throw new Misread(`There is no folder ${dirname(written)} to write ${written} in.`);
  }
  for (const name of ['class', 'key', 'decisions', 'before'] as const) {
    if (values[name] !== undefined) file(values[name]);
  }
  if (values['readings'] !== undefined) isFolder(values['readings']);
  const rule = values['rule'] ?? 'last';
  if (!isRule(rule)) throw new Misread(`--rule is ${RULES.join(', ')}.`);
  needs(values, 'list', 'class');
  needs(values, 'changes', 'before');
  needs(values, 'share', 'into');
  needs(values, 'into', 'share');
  needs(values, 'again', 'share');
  needs(values, 'delete-by', 'json');
  return {
    ...{ folder, id, out, rule, values, flags },
    jobs: wholeIn(values, 'jobs', 1, 64, availableParallelism()),
    twice: shareIn(values['twice'] ?? '0.1'),
    assistants: namesIn(values['share']),
    again: againIn(values['again']),
  };
}

function file(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Misread(`There is no file ${path}.`);
  return path;
}

function isFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Misread(`There is no folder ${path}.`);
}

function needs(values: Values, name: string, other: string): void {
  if (values[name] !== undefined && values[other] === undefined)
    throw new Misread(`--${name} wants --${other}, too.`);
}

const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

function namesIn(text: string | undefined): readonly string[] {
  const names = listed(text);
  if (text !== undefined && (names.length === 0 || new Set(names).size < names.length))
    throw new Misread('--share takes names with commas between, each once.');
  return names;
}

function shareIn(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new Misread('--twice is a share from 0 to 1, such as 0.1 for a tenth.');
}

function againIn(text: string | undefined): Asked['again'] {
  return listed(text).map((one) => {
    const at = one.lastIndexOf('/');
    if (at < 1 || at === one.length - 1)
      throw new Misread(`--again takes NUMBER/ITEM, with commas between; ${one} is none.`);
    return [one.slice(0, at), one.slice(at + 1)];
  });
}
