/**
 * Reads a file that was handed in, by what is in it. Never throws: what cannot be taken is said, with what to do. Around a hand-in
 * there may stand what comes with pasting: blanks, a greeting, the tags of a course’s text field.
 */
import { PROBLEMS, READABLE } from '#words/src/tasks/sets/pure/submission/words';
import { bytesOf } from './digest.ts';
import { faultIn } from './faults.ts';
import { FORMAT, LARGEST, type Submission } from './submission.ts';
import { HAND_IN_SCHEMA } from './schema.ts';

/** Why a file is not graded: a word for programs, a sentence for people. */
export interface Problem {
  readonly problem:
    'large' | 'not-file' | 'not-text' | 'not-json' | 'deep' | 'other' | 'newer' | 'broken';
  readonly says: string;
}

const DEEPEST = 7;

/** The longest text in which a hand-in is looked for, in characters, and a file in bytes: tags and marks make it longer. */
export const LARGEST_AROUND = 8 * LARGEST;

/** The hand-in in a text, or why there is none. */
export function readSubmission(around: string): Submission | Problem {
  // So much is looked at before anything is counted.
  const text = around.length > LARGEST_AROUND ? around : bareOf(around);
  if (text.length > LARGEST || bytesOf(text) > LARGEST) {
    return { problem: 'large', says: PROBLEMS.large(LARGEST) };
  }
  if (depthOf(text) > DEEPEST) return { problem: 'deep', says: PROBLEMS.deep };
  const value = parsed(text) ?? parsed(text.replaceAll('\u00A0', ' '));
  if (value === undefined) {
    return around.trimStart().startsWith(`# ${READABLE.title('')}`)
      ? { problem: 'other', says: PROBLEMS.copy }
      : { problem: 'not-json', says: PROBLEMS.notJson };
  }
  const foreign = foreignness(value);
  if (foreign) return foreign;
  const fault = faultIn(HAND_IN_SCHEMA, value);
  if (fault !== undefined) return { problem: 'broken', says: PROBLEMS.broken(fault) };
  return value as Submission;
}

/** What lies between the outermost brackets. */
function bareOf(around: string): string {
  const plain = around.trimStart().startsWith('<') ? withoutTags(around) : around;
  const [from, to] = [plain.indexOf('{'), plain.lastIndexOf('}')];
  return from < 0 || to < from ? plain.trim() : plain.slice(from, to + 1);
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

/**
 * The text of a page as a course’s system keeps what was pasted: lines and blanks are made of tags and entities there. Nothing is
 * looked for beyond the next tag: what never ends would take the square of its length.
 */
function withoutTags(page: string): string {
  return page
    .replace(/<(head|style|script)\b[^<]*(?:<(?!\/?\1\b)[^<]*)*<\/\1>/gi, '')
    .replace(/<\/?(?:br|div|h\d|li|p|pre)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('\u00A0', ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
      (whole, ten?: string, hex?: string, name = '') => {
        const code = Number(ten ?? (hex === undefined ? Number.NaN : `0x${hex}`));
        if (code <= 0x10ffff) return code === 0xa0 ? ' ' : String.fromCodePoint(code);
        return (Object.hasOwn(ENTITIES, name) && ENTITIES[name]) || whole;
      },
    );
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
