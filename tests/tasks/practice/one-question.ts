/** A book of one lesson with one question, of whatever kind, or several; its experiments are the fake one. */
import { vi } from 'vitest';
import type { BookQuestion, ProofContext } from '../../../src/tasks/practice/contract.ts';
import { readBook } from '../../../src/tasks/practice/author/load.ts';
import { proveQuestion } from '../../../src/tasks/practice/author/proofs.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { fakeWidget, runFake } from './fake-widget.ts';

export const MDX = `<Question id="q" />\n<FakeBench id="bench" settings={{ dial: 5 }} veil="q" />\n<FakeBench id="bare" />`;

/** Reads the question `q`; it is given what its kind asks for beside what all have. */
export function contextOf(
  questions: object | readonly object[],
  mdx = MDX,
  widget: AnyWidget = fakeWidget(),
): ProofContext {
  const common = { id: 'q', version: 1, objective: 'o', prompt: 'p', minutes: 1 };
  const all = [questions].flat().map((one: object) => ({ ...common, ...one }));
  const files = { 'content/01-one.mdx': mdx, 'content/01-one.questions.yaml': JSON.stringify(all) };
  return {
    book: readBook(new Map(Object.entries(files))),
    widgets: { 'fake-bench': widget },
    run: vi.fn(runFake),
  };
}

export function firstOf({ book }: ProofContext): BookQuestion {
  const [first] = book.questions;
  if (!first) throw new Error('no question');
  return first;
}

/** What its proof finds, a line each. */
export async function faultsOf(...asked: Parameters<typeof contextOf>): Promise<string> {
  const context = contextOf(...asked);
  return (await proveQuestion(context, firstOf(context))).join('\n');
}
