/** Reads a file that was handed in. Never throws: what cannot be taken is said, with what to do. */
import { PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import { bytesOf } from './digest.ts';
import { faultIn } from './faults.ts';
import { FORMAT, LARGEST, type Submission } from './submission.ts';
import { HAND_IN_SCHEMA } from './schema.ts';

/** Why a file is not graded: a word for programs, a sentence for people. */
export interface Problem {
  readonly problem: 'large' | 'not-text' | 'not-json' | 'deep' | 'other' | 'newer' | 'broken';
  readonly says: string;
}

const DEEPEST = 7;

/** The hand-in in a text, or why there is none. */
export function readSubmission(text: string): Submission | Problem {
  // The longest text has one byte a character: so much is looked at before anything is counted.
  if (text.length > LARGEST || bytesOf(text) > LARGEST) {
    return { problem: 'large', says: PROBLEMS.large(LARGEST) };
  }
  if (depthOf(text) > DEEPEST) return { problem: 'deep', says: PROBLEMS.deep };
  const value = parsed(text.replace(/^\uFEFF/, ''));
  if (value === undefined) return { problem: 'not-json', says: PROBLEMS.notJson };
  const foreign = foreignness(value);
  if (foreign) return foreign;
  const fault = faultIn(HAND_IN_SCHEMA, value);
  if (fault !== undefined) return { problem: 'broken', says: PROBLEMS.broken(fault) };
  return value as Submission;
}

/** Whether reading has failed. */
export const isProblem = (read: Submission | Problem): read is Problem => 'problem' in read;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What is another kind of file, or of a later edition: said by what it is, not by its first strange field. */
function foreignness(value: unknown): Problem | undefined {
  const has = (name: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Readonly<Record<string, unknown>>)[name]
      : undefined;
  if (has('kind') !== 'hand-in') {
    return {
      problem: 'other',
      says: has('kind') === 'work' || has('answers') !== undefined ? PROBLEMS.work : PROBLEMS.other,
    };
  }
  const format = has('format');
  if (typeof format === 'number' && format > FORMAT)
    return { problem: 'newer', says: PROBLEMS.newer };
  return undefined;
}

/** How deep brackets nest in a text, outside strings. One pass, before anything is parsed. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (sign === '"') {
      for (i += 1; i < text.length && text[i] !== '"'; i += 1) if (text[i] === '\\') i += 1;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
}
