/** What has been decided by hand, as files: an instructor’s own, and what assistants have sent back. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import type { ClassResult, Submitted } from '../../src/tasks/grading/pure/grade/class.ts';
import { earlierIn, ofAnother } from '../../src/tasks/grading/pure/grade/earlier.ts';
import {
  merged,
  parcelIn,
  readParcelIn,
  type Merged,
  type ReadParcel,
} from '../../src/tasks/grading/pure/grade/parcels.ts';
import {
  answersOf,
  decisionsIn,
  toRead,
  withDecision,
  type ToRead,
} from '../../src/tasks/grading/pure/grade/reading.ts';
import type { Decision } from '../../src/tasks/grading/pure/grade/verdict.ts';
import { normalised } from '../../src/tasks/sets/pure/variants/student.ts';
import type { Asked } from './options.ts';
import { Misread } from '../misread.mjs';

export interface Decided {
  /** The instructor’s own first: they outlive those of assistants. */
  readonly decisions: readonly Decision[];
  /** Where files of assistants were given: what came of them. */
  readonly merged: Merged | undefined;
  /** Files that are none of this assignment’s readings. */
  readonly strangers: readonly string[];
}

/** `result`: the class as it is before anybody decides. */
export function decided(
  key: Key,
  files: readonly Submitted[],
  result: ClassResult,
  { values: { decisions, before, readings } }: Pick<Asked, 'values'>,
): Decided {
  const { hash } = key.assignment;
  // What was compared with brings its decisions, unless others are named.
  const file = decisions ?? before;
  const own = file === undefined ? [] : ownIn(file, key, everyAnswer(key, files, result));
  if (readings === undefined) return { decisions: own, merged: undefined, strangers: [] };
  const texts = globSync('**/*.json', { cwd: readings })
    .toSorted()
    .map((name) => [name, readFileSync(join(readings, name), 'utf8')] as const)
    // The shares themselves may lie beside what came of them.
    .filter(([, text]) => !parcelIn(text))
    .map(([name, text]) => [name, readParcelIn(text, hash)] as const);
  const taken = texts.flatMap(([, parcel]): readonly ReadParcel[] => (parcel ? [parcel] : []));
  const found = merged(toRead(key, files, result), taken);
  const mine = new Set(own.map(nameOf));
  return {
    decisions: [...own, ...found.decisions.filter((one) => !mine.has(nameOf(one)))],
    merged: found,
    strangers: texts.flatMap(([name, parcel]) => (parcel ? [] : [name])),
  };
}

const nameOf = ({ number, item }: Pick<Decision, 'number' | 'item'>): string =>
  `${normalised(number)} ${item}`;

/** Decisions of a saved grading, or readings of one’s own. */
function ownIn(file: string, key: Key, all: readonly ToRead[]): readonly Decision[] {
  const text = readFileSync(file, 'utf8');
  const own = readParcelIn(text, key.assignment.hash);
  if (own) return merged(all, [own]).decisions;
  const saved = earlierIn(text);
  const problem = saved && ofAnother(key, saved);
  if (problem !== undefined) throw new Misread(`${file}: ${problem}`);
  const found = decisionsIn(text);
  if (found.length > 0 || /"decisions":\s*\[\s*\]/.test(text))
    return found.reduce(withDecision, [] as readonly Decision[]);
  throw new Misread(
    `${file} holds no decisions for this assignment. --json writes such a file, --read another, and the page both.`,
  );
}

/** Each answer of the class, decided or not: what is read once more may be any of them. */
const everyAnswer = (
  { assignment }: Key,
  files: readonly Submitted[],
  result: ClassResult,
): readonly ToRead[] =>
  result.students.flatMap(({ student }) =>
    assignment.items.flatMap(({ id }) => answersOf(files, result, student.number, id) ?? []),
  );
