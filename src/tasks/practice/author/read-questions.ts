/** Reads one `.questions.yaml`: each question by the schema of its kind, each fault with file and line. Build and Node only. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { faultWords } from './experiment-faults.ts';
import type { BookQuestion, Kinds, Question, QuestionKind } from '../contract.ts';

/** The questions of a file; what is wrong is added to `faults`, one sentence each. */
export function readQuestions(
  file: string,
  text: string,
  kinds: Kinds,
  faults: string[],
): BookQuestion[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) faults.push(`${file}: ${broken.message}`);
  else if (document.contents !== null && !isSeq(document.contents)) {
    faults.push(`${file}: the file must be a list of questions`);
  }
  if (broken || !isSeq(document.contents)) return [];
  const values = valuesIn(document, file, faults);
  let number = 0;
  return values.flatMap((value, index): BookQuestion[] => {
    const lineAt = (path: readonly PropertyKey[]): number =>
      lineOf(document, lines, [index, ...path]);
    const read = readQuestion(value, kinds);
    if ('faults' in read) {
      const name = nameOf(value, index);
      for (const { path, says } of read.faults) {
        faults.push(`${file}:${lineAt(path)}, ${name}: ${says}`);
      }
      return [];
    }
    const { question, kind } = read;
    const isGraded = kind.role === 'graded';
    if (isGraded) number += 1;
    const place = { lesson: basename(file, '.questions.yaml'), file, line: lineAt([]) };
    // Under which idea a question stands, and whether it stands alone, is nothing that it asks.
    const { idea: _idea, alone: _alone, ...content } = question;
    const hash = contentHash(content);
    return [{ question, kind, ...place, number: isGraded ? number : undefined, hash }];
  });
}

/** What stands in the list. YAML aliases that are undefined, or refer to themselves, surface only here. */
function valuesIn(document: Document, file: string, faults: string[]): unknown[] {
  try {
    const values = document.toJS() as unknown[];
    JSON.stringify(values);
    return values;
  } catch (error) {
    faults.push(
      `${file}: ${(error as Error).message}; a text that begins with * or & needs quotes`,
    );
    return [];
  }
}

interface Fault {
  /** Where it is in the question: keys and places in lists. */
  readonly path: readonly PropertyKey[];
  readonly says: string;
}
type Read =
  | { readonly question: Question; readonly kind: QuestionKind }
  | { readonly faults: readonly Fault[] };

function readQuestion(value: unknown, kinds: Kinds): Read {
  const name = fieldOf(value, 'kind');
  const kind = typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) {
    const known = Object.keys(kinds).join(', ');
    const says =
      name === undefined ? 'kind is missing' : `kind: there is no ${JSON.stringify(name)}`;
    return { faults: [{ path: ['kind'], says: `${says}; there are ${known}` }] };
  }
  const read = kind.schema.safeParse(value, { error: faultWords });
  if (read.success) return { question: read.data, kind };
  const faults = read.error.issues.map((issue) => {
    const { path, message } = issue;
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const says = path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message;
    return { path: [...path, ...extra], says };
  });
  return { faults };
}

/** The line of what stands at a path; of what holds it where it is missing. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function nameOf(value: unknown, index: number): string {
  const id = fieldOf(value, 'id');
  return typeof id === 'string' ? `question "${id}"` : `question ${index + 1} of the file`;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** A short name of any JSON content: equal content, equal name. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

/** How a fault names its question: file, line and id. */
export function whereIs({ file, line, question }: BookQuestion): string {
  return `${file}:${line}, question "${question.id}"`;
}
