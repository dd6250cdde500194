/** What `npm run grade` can be asked, and how it says so. */
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import type { Rule } from '../../src/tasks/grading/pure/grade/class.ts';
import { momentOf, type Lateness } from '../../src/tasks/grading/teach/grading.ts';
import { Misread, readWords, wholeIn, type Options } from './words.ts';

const USAGE = `Usage: npm run grade -- FOLDER --assignment ID --out grades.csv [more]
       npm run grade -- --read SHARE.json
       npm run grade -- --best K --sets A.json,B.json --out term.csv
       npm run grade -- --help`;

export const HELP = `${USAGE}

Grades a folder of hand-ins as the page “Grade a class” does, with the same verdicts.

  FOLDER              the hand-ins, in folders of their own too; other files are not looked at
  --assignment ID     which assignment they answer
  --out FILE.csv      the marks; beside it FILE.csv.runs.jsonl keeps what was repeated

The class
  --class LIST.csv    Moodle’s worksheet, a gradebook, your own list, or several with commas between:
                      who is missing, when it was uploaded, and extensions (“Extended until”)
  --rule last         which of a student’s files counts: last, best or first
  --key FILE.json     a key from a file, instead of that of the assignment’s source

What comes late
  --due TIME          when it was due, instead of what the assignment says: 2026-12-20T23:59
  --grace MINUTES     forgiven; days are counted from their end
  --free-days N       for each student at no cost, and --free-per set or term: of each, or of all
  --penalty PERCENT   of the points earned, for each further day begun
  --floor PERCENT     of the points earned stays in any case
  --sets A.json,…     saved gradings of other sets, which may have used free days of the term

What comes out besides
  --json FILE.json    all of it: verdicts, statistics, decisions, the key; the page reads it, and --before does
  --list FILE.csv     the one list of --class as it came, with its column of marks filled
  --back FOLDER       every list of --class so, under its name
  --column HEAD       which column that is, where the title does not tell
  --scale             marks in proportion to the file’s maximum
  --feedback FOLDER   a file for each student; with a name that ends in .zip, as Moodle takes them
  --solutions         with what was right, of the student’s own variant
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

Several sets
  --best K            without a folder: the mean of each student’s best K of the gradings in --sets

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
  'back',
  'column',
  'due',
  'grace',
  'free-days',
  'free-per',
  'penalty',
  'floor',
  'sets',
  'best',
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
const FLAGS = ['resume', 'signs', 'names', 'scale', 'solutions'] as const;
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
  readonly lists: readonly string[];
  readonly late: Lateness;
  readonly sets: readonly string[];
  /** The other values, by the names of their options. */
  readonly values: Values;
  readonly flags: readonly string[];
}

const RULES = ['last', 'best', 'first'] as const satisfies readonly Rule[];
const isRule = (text: string): text is Rule => RULES.some((rule) => rule === text);

/** The best so many of several sets. */
export interface AskedBest {
  readonly best: number;
  readonly sets: readonly string[];
  readonly out: string;
}

/** Throws Misread where it cannot be done. */
export function asked(all: readonly string[]): Asked | AskedBest | { readonly read: string } {
  const { words, values, flags } = readWords(all, TAKES, USAGE);
  const [folder, ...more] = words;
  const { assignment: id, out, read } = values;
  if (read !== undefined && words.length === 0) return { read: file(read) };
  const sets = filesOf(values['sets']);
  needs(values, 'best', 'sets');
  if (values['best'] !== undefined && words.length === 0 && out !== undefined)
    return { best: wholeIn(values, 'best', 1, Math.max(1, sets.length)), sets, out };
  if (folder === undefined || more.length > 0 || id === undefined || out === undefined)
    throw new Misread(USAGE);
  isFolder(folder);
  for (const name of ['out', 'json', 'list', 'changes'] as const) {
    const written = values[name];
    if (written !== undefined && !existsSync(dirname(written)))
      throw new Misread(`There is no folder ${dirname(written)} to write ${written} in.`);
  }
  const lists = filesOf(values['class']);
  for (const name of ['key', 'decisions', 'before'] as const) {
    if (values[name] !== undefined) file(values[name]);
  }
  if (values['readings'] !== undefined) isFolder(values['readings']);
  const rule = values['rule'] ?? 'last';
  if (!isRule(rule)) throw new Misread(`--rule is ${RULES.join(', ')}.`);
  for (const name of ['list', 'back', 'column']) needs(values, name, 'class');
  if (values['list'] !== undefined && lists.length > 1)
    throw new Misread('--list takes one list; --back FOLDER takes several.');
  needs(values, 'changes', 'before');
  needs(values, 'share', 'into');
  needs(values, 'into', 'share');
  needs(values, 'again', 'share');
  needs(values, 'delete-by', 'json');
  return {
    ...{ folder, id, out, rule, values, flags, lists, sets, late: lateIn(values) },
    jobs: wholeIn(values, 'jobs', 1, 64, availableParallelism()),
    twice: shareIn(values['twice'] ?? '0.1'),
    assistants: namesIn(values['share']),
    again: againIn(values['again']),
  };
}

/** A rule for lateness: all of it 0 where nothing is said. */
function lateIn(values: Values): Lateness {
  const per = values['free-per'] ?? 'set';
  if (per !== 'set' && per !== 'term') throw new Misread('--free-per is set or term.');
  const { due } = values;
  if (due !== undefined && momentOf(due) === undefined)
    throw new Misread('--due is a time such as 2026-12-20T23:59.');
  return {
    ...{ due, per, grace: wholeIn(values, 'grace', 0, 1_440, 0) },
    free: wholeIn(values, 'free-days', 0, 100, 0),
    penalty: wholeIn(values, 'penalty', 0, 100, 0),
    floor: wholeIn(values, 'floor', 0, 100, 0),
  };
}

/** Files with commas between; a comma may stand in a name, too. */
const filesOf = (text: string | undefined): readonly string[] =>
  (text !== undefined && existsSync(text) ? [text] : listed(text)).map(file);

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
