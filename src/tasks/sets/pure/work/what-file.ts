/** What a file is that a student is about to hand in: a hand-in, or something else, which is called what it is. */
import type { Assignment } from '../format/assignment.ts';
import { isProblem, readSubmission } from '../submission/read.ts';
import type { Submission } from '../submission/submission.ts';

/** Files that are no hand-in to this assignment. */
export type Other =
  | 'empty'
  | 'pdf'
  | 'archive'
  | 'image'
  | 'page'
  | 'readable'
  | 'backup'
  | 'lessons'
  | 'set'
  | 'cut'
  | 'unknown';

/** How the texts of other kinds of files begin. */
const BEGINNINGS: readonly (readonly [RegExp, Other])[] = [
  [/^\s*$/, 'empty'],
  [/^%PDF/, 'pdf'],
  [/^PK\u0003\u0004|^\u001F|^Rar!|^7z/, 'archive'],
  [/^.PNG|^GIF8|^\uFFFD{3}|^.{4}ftyp/s, 'image'],
  [/^\s*<(?:!doctype|html)/i, 'page'],
  [/^# /, 'readable'],
];

/** The hand-in in a text, or what else the file is. */
export function whatFile(text: string, { id }: Pick<Assignment, 'id'>): Submission | Other {
  const bare = text.replace(/^\uFEFF/, '');
  const other = BEGINNINGS.find(([begins]) => begins.test(bare))?.[1];
  if (other) return other;
  const read = readSubmission(bare);
  if (!isProblem(read)) return read.assignment.id === id ? read : 'set';
  const value = objectIn(bare);
  if (value?.['kind'] === 'work') return value['assignment'] === id ? 'backup' : 'set';
  if (value?.['answers'] !== undefined) return 'lessons';
  return value?.['kind'] === 'hand-in' || /^\s*\{\s*"format"/.test(bare) ? 'cut' : 'unknown';
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
