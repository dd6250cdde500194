/** A book of one lesson with one question, of whatever kind. */
import type { Book, BookQuestion } from '../../../src/tasks/practice/contract.ts';
import { readBook } from '../../../src/tasks/practice/author/load.ts';
import { proveQuestion } from '../../../src/tasks/practice/author/proofs.ts';
import { runFake } from './fake-widget.ts';

/** Reads the question `q`; `fields` are what its kind asks for beside what all have. */
export function oneQuestion(fields: object): {
  readonly book: Book;
  readonly first: BookQuestion;
} {
  const common = { id: 'q', version: 1, objective: 'o', prompt: 'p', minutes: 1, core: true };
  const book = readBook(
    new Map([
      ['content/01-one.mdx', '<Question id="q" />'],
      ['content/01-one.questions.yaml', JSON.stringify([{ ...common, solution: 's', ...fields }])],
    ]),
  );
  const [first] = book.questions;
  if (!first) throw new Error('no question');
  return { book, first };
}

/** What its proof finds, a line each. */
export async function faultsOf(fields: object): Promise<string> {
  const { book, first } = oneQuestion(fields);
  return (await proveQuestion({ book, widgets: {}, run: runFake }, first)).join('\n');
}
