/** Reads a file of a class by its content, whatever it is called; page and desk alike. */
import { FILES, PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import { decoded } from '../../sets/page/decoded.ts';
import { LARGEST, type Submission } from '../../sets/pure/submission/submission.ts';
import { LARGEST_AROUND, readSubmission, type Problem } from '../../sets/pure/submission/read.ts';

/** How files begin that are often handed in instead. */
const BEGINNINGS = [
  ['%PDF', PROBLEMS.kindOf(FILES.pdf)],
  ['\u0089PNG', PROBLEMS.kindOf(FILES.picture)],
  ['GIF8', PROBLEMS.kindOf(FILES.picture)],
  ['\u00FF\u00D8\u00FF', PROBLEMS.kindOf(FILES.picture)],
  ['PK\u0003\u0004', PROBLEMS.packed],
] as const;

/** The hand-in in these bytes, or why there is none. */
export function readBytes(bytes: Uint8Array): Submission | Problem {
  if (bytes.length > LARGEST_AROUND) return { problem: 'large', says: PROBLEMS.large(LARGEST) };
  const begins = String.fromCharCode(...bytes.subarray(0, 8));
  const other = BEGINNINGS.find(([sign]) => begins.startsWith(sign));
  if (other) return { problem: 'not-text', says: other[1] };
  try {
    return readSubmission(decoded(bytes, true));
  } catch {
    return { problem: 'not-text', says: PROBLEMS.notText };
  }
}
