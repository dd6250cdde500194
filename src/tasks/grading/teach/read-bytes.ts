/** Reads a file of a class by its content, whatever it is called; page and desk alike. */
import { FILES, PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import { LARGEST, type Submission } from '../../sets/pure/submission/submission.ts';
import { LARGEST_AROUND, readSubmission, type Problem } from '../../sets/pure/submission/read.ts';

/** How files begin that are often handed in instead. */
const BEGINNINGS = [
  ['%PDF', FILES.pdf],
  ['\u0089PNG', FILES.picture],
  ['GIF8', FILES.picture],
  ['\u00FF\u00D8\u00FF', FILES.picture],
  ['PK\u0003\u0004', FILES.packed],
] as const;

/** The hand-in in these bytes: of UTF-8, or of UTF-16, as some editors save a text; or why there is none. */
export function readBytes(bytes: Uint8Array): Submission | Problem {
  if (bytes.length > LARGEST_AROUND) return { problem: 'large', says: PROBLEMS.large(LARGEST) };
  const begins = String.fromCharCode(...bytes.subarray(0, 8));
  const other = BEGINNINGS.find(([sign]) => begins.startsWith(sign));
  if (other) return { problem: 'not-text', says: PROBLEMS.kindOf(other[1]) };
  try {
    return readSubmission(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch {
    return { problem: 'not-text', says: PROBLEMS.notText };
  }
}

/** By the mark at the beginning, or by what is left empty of a letter or a bracket. */
function encodingOf([first = 1, second = 1]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}
