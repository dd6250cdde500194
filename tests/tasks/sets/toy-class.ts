/** A class that has handed in the toy assignment, graded. */
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import {
  gradeClass,
  type ClassResult,
  type Submitted,
} from '../../../src/tasks/grading/pure/grade/class.ts';
import type { Decision } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import type { Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import { honest, KEY, rightFor } from './toy.ts';

/** The files are called by their places: 1.json, 2.json, … */
export function gradeAll(
  submissions: readonly Submission[],
  key: Key = KEY,
  decisions: readonly Decision[] = [],
): ClassResult {
  const files = submissions.map((read, i): Submitted => ({ file: `${i + 1}.json`, read }));
  return gradeClass(key, files, honest(submissions), { decisions });
}

/** What the student with this number does who does all of it right. */
export function allRight(number: string) {
  const { sum, x } = rightFor(number);
  return { sum: String(sum), pick: ['red', 'blue'], x };
}
