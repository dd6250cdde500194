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
export function check(
  { measure, unit, scale, near, printed }: ProgramKey,
  answer: Answer,
): Verdict {
  const [typed = '', pasted = ''] = idsIn(answer);
  const read = readNumber(typed, unit);
  if ('problem' in read) return unread(PROGRAM.predictFirst(read.problem));
  if (pasted === '') return unread(PROGRAM.predicted);
  const found = printedIn(pasted);
  const all = Object.entries(printed);
  const missing = Object.keys(printed).filter((name) => !found.has(name));
  if (missing.length > 0) return unread(PROGRAM.missing(missing));
  const apart = (which: Which) =>
    all.filter(([name, is]) => !isSame(found.get(name) ?? null, is[which]));
  const off = apart('changed');
  if (off.length > 0 && apart('unchanged').length === 0) return judged(0, PROGRAM.unchanged);
  if (off.length > 0)
    return judged(
      0,
      PROGRAM.differs(
        off.map(([name, { changed }]) => PROGRAM.line(name, found.get(name), changed)),
      ),
    );
  const { changed = null, unchanged = null } = printed[measure] ?? {};
  const said = (value: Value): string =>
    value === null ? PROGRAM.none : asSaid(value * scale, unit);
  const isNear = changed !== null && Math.abs(read.value - changed * scale) <= near;
  return judged(1, PROGRAM.right(asSaid(read.value, unit), said(changed), said(unchanged), isNear));
}

/** All that one of the programs prints. */
export const linesOf = (printed: ProgramKey['printed'], which: Which, end = '\n'): string =>
  Object.entries(printed)
    .map(([name, { [which]: value }]) => `${name} = ${value ?? 'none'}`)
    .join(end);

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
  return Math.abs(a - b) <= DIGITS * Math.abs(b);
}
