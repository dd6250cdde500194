/** What a reader has marked in the text, by ids that are never the same on two devices. */
import { readJson } from './bounded-json.ts';
import { lengthOf } from './bounds.ts';
import { isLoose } from './guards.ts';
import type { Part } from './parts.ts';
import { isMark } from './shapes.ts';
import { byTime, timed } from './time.ts';
import type { Mark, Marks } from './work.ts';

/** All marks together, as JSON, in characters: some six hundred with a sentence and a short note. */
const MARKS_MOST = 300_000;
const MOST = 2_000;

/** As many as there is room for: those that are there come before those that are gone, the newest first. */
export function boundedMarks(marks: Marks): Marks {
  let room = MARKS_MOST;
  const kept = Object.entries(marks)
    .toSorted(
      ([, a], [, b]) => Number(a.isGone ?? false) - Number(b.isGone ?? false) || byTime(b, a),
    )
    .slice(0, MOST)
    .filter(([id, mark]) => (room -= lengthOf(mark) + id.length + 4) >= 0);
  return Object.fromEntries(kept);
}

/** True where a mark can be added without another one giving way. */
export function hasRoom(marks: Marks, id: string, mark: Mark): boolean {
  const there = Object.entries(marks).filter(([, { isGone }]) => !isGone);
  const all = Object.fromEntries([...there, [id, mark]]);
  return Object.keys(boundedMarks(all)).length === Object.keys(all).length;
}

/** The marks in a text of the browser's storage. Throws an Error when there are none in it. */
export function marksIn(text: string): [Marks, readonly Part[]] {
  const value = readJson(text);
  if (!isLoose(value)) throw new Error('marks');
  return readMarks(value);
}

/** The marks in a value, and what of it cannot be read. */
export function readMarks(value: unknown): [Marks, readonly Part[]] {
  if (!isLoose(value)) return [{}, [{ of: 'marks', where: 'marks', name: '', value }]];
  const marks: [string, Mark][] = [];
  const broken: Part[] = [];
  for (const [id, given] of Object.entries(value)) {
    const mark = timed(given);
    if (isMark(mark) && /^\w{1,40}$/.test(id)) marks.push([id, mark]);
    else broken.push({ of: 'marks', where: `marks.${id}`, name: id, value: given });
  }
  return [Object.fromEntries(marks), broken];
}
