/** Judges what a changed program printed: against what it prints when the one line is changed, and against the unchanged one. */
import { asSaid } from '../../judge/shown-measure.ts';
import { idsIn, type Answer } from '../../judge/answers.ts';
import { readNumber } from '../../judge/read-number.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../judge/verdict.ts';
import { PROGRAM } from '#words/src/tasks/kinds/program/words';

/** A measure as programs print it; `null`: it has no value. */
type Value = number | null;

/** What such a question is judged by. */
export interface ProgramKey extends AnswerKey {
  readonly kind: 'program';
  /** The measure that is predicted, what its value is multiplied by to be shown, and how far off is near, as shown. */
  readonly measure: string;
  readonly unit?: string | undefined;
  readonly scale: number;
  readonly near: number;
  /** What both programs print, by the names of measures. */
  readonly printed: Readonly<Record<string, Readonly<Record<Which, Value>>>>;
}
type Which = 'changed' | 'unchanged';
type Found = ReadonlyMap<string, Value>;

/** Nine digits are printed; the last may be rounded to either side. */
const DIGITS = 1e-8;
const LINE = /^\s*(\w+) = (none|[-+\d.e]+)\s*$/gm;

/** What is read of an answer: the prediction, and what was printed of these measures; or what to do where one cannot be read. */
export function readIn(
  [typed = '', pasted = '']: readonly string[],
  unit: string | undefined,
  names: readonly string[],
): { readonly problem: string } | { readonly own: number; readonly found: Found } {
  const read = readNumber(typed, unit);
  if ('problem' in read) return { problem: PROGRAM.predictFirst(read.problem) };
  if (pasted.trim() === '') return { problem: PROGRAM.predicted };
  const found = printedIn(pasted);
  const missing = names.filter((name) => !found.has(name));
  return missing.length > 0 ? { problem: PROGRAM.missing(missing) } : { own: read.value, found };
}

/** Judges the prediction, as typed, and what was printed. */
export function check(
  { measure, unit, scale, near, printed }: ProgramKey,
  answer: Answer,
): Verdict {
  const read = readIn(idsIn(answer), unit, Object.keys(printed));
  if ('problem' in read) return unread(read.problem);
  const { own, found } = read;
  const apart = (which: Which) =>
    Object.entries(printed).filter(([name, is]) => !isSame(found.get(name) ?? null, is[which]));
  const off = apart('changed');
  if (off.length > 0 && apart('unchanged').length === 0) return judged(0, PROGRAM.unchanged);
  if (off.length > 0)
    return judged(0, PROGRAM.differs(linesOf(Object.fromEntries(off), 'changed', '; ')));
  const { changed = null, unchanged = null } = printed[measure] ?? {};
  const said = (value: Value): string => (value === null ? 'none' : asSaid(value * scale, unit));
  const isNear = changed !== null && Math.abs(own - changed * scale) <= near;
  return judged(1, PROGRAM.right(asSaid(own, unit), said(changed), said(unchanged), isNear));
}

/** All that one of the programs prints. */
export const linesOf = (printed: ProgramKey['printed'], which: Which, end = '\n'): string =>
  Object.entries(printed)
    .map(([name, { [which]: value }]) => `${name} = ${value ?? 'none'}`)
    .join(end);

/** The measures in a text, by their names; the last of a name counts. */
function printedIn(text: string): Found {
  return new Map(
    [...text.matchAll(LINE)].map(([, name = '', value = '']) => [
      name,
      value === 'none' ? null : Number(value),
    ]),
  );
}

function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= DIGITS * Math.abs(b);
}
