/** A class that has handed in the toy assignment, graded. */
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import {
  gradeClass,
  type ClassResult,
  type Submitted,
} from '../../../src/tasks/grading/pure/grade/class.ts';
import type { Decision } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import type { HandIn } from '../../../src/tasks/sets/pure/submission/hand-in.ts';
import { honest, KEY, rightFor } from './toy.ts';

/** The files are called by their places: 1.json, 2.json, … */
export function gradeAll(
  handIns: readonly HandIn[],
  key: Key = KEY,
  decisions: readonly Decision[] = [],
): ClassResult {
  const files = handIns.map((read, i): Submitted => ({ file: `${i + 1}.json`, read }));
  return gradeClass(key, files, honest(handIns), { decisions });
}

/** What the student with this number does who does all of it right. */
export function allRight(number: string) {
  const { sum, x } = rightFor(number);
  return { sum: String(sum), pick: ['red', 'blue'], x };
}
