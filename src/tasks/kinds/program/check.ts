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

/** Nine digits are printed; the last may be rounded to either side. */
const DIGITS = 1e-8;
const LINE = /^\s*(\w+) = (none|[-+\d.e]+)\s*$/gm;

/** Judges the prediction, as typed, and what was printed. */
export function check(key: ProgramKey, answer: Answer): Verdict {
  const [typed = '', pasted = ''] = idsIn(answer);
  const read = readNumber(typed, key.unit);
  if ('problem' in read) return unread(PROGRAM.predictFirst(read.problem));
  if (pasted.trim() === '') return unread(PROGRAM.predicted);
  const found = printedIn(pasted);
  const names = Object.keys(key.printed);
  if (!names.some((name) => found.has(name))) return unread(PROGRAM.noLine(key.measure));
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) return unread(PROGRAM.missing(missing));
  const far = (which: Which): readonly string[] =>
    names.filter((name) => !isSame(found.get(name) ?? null, valueOf(key, name, which)));
  const off = far('changed');
  if (off.length > 0 && far('unchanged').length === 0) return judged(0, PROGRAM.unchanged);
  if (off.length > 0)
    return judged(0, PROGRAM.differs(off.map((name) => differing(name, found.get(name), key))));
  const right = valueOf(key, key.measure, 'changed');
  const isNear = right !== null && Math.abs(read.value - right * key.scale) <= key.near;
  const [was, is] = [said(key, 'unchanged'), said(key, 'changed')];
  return judged(1, PROGRAM.right(asSaid(read.value, key.unit), is, was, isNear));
}

const valueOf = ({ printed }: ProgramKey, name: string, which: Which): Value =>
  printed[name]?.[which] ?? null;

/** The predicted measure as it is shown. */
function said(key: ProgramKey, which: Which): string {
  const value = valueOf(key, key.measure, which);
  return value === null ? PROGRAM.none : asSaid(value * key.scale, key.unit);
}

/** All that one of the programs prints. */
export const linesOf = ({ printed }: Pick<ProgramKey, 'printed'>, which: Which) =>
  Object.entries(printed)
    .map(([name, { [which]: value }]) => `${name} = ${value ?? 'none'}\n`)
    .join('');

/** The measures in a text, by their names; the last of a name counts. */
function printedIn(text: string): ReadonlyMap<string, Value> {
  return new Map(
    [...text.matchAll(LINE)].map(([, name = '', value = '']) => [
      name,
      value === 'none' ? null : Number(value),
    ]),
  );
}

function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= DIGITS * Math.max(Math.abs(a), Math.abs(b));
}

const differing = (name: string, own: Value | undefined, key: ProgramKey): string =>
  PROGRAM.line(name, own ?? PROGRAM.none, valueOf(key, name, 'changed') ?? PROGRAM.none);
