/** What a question sends to the page: enough to check and to say, and no text of its solution. Build only. */
import type { BookContext, BookQuestion, PageHead } from '../contract.ts';

/** The data of one question; `answer` is the one that its proof has computed. */
export function pageData(
  context: BookContext,
  loaded: BookQuestion,
  answer: number = Number.NaN,
): PageHead {
  const { question, lesson, kind } = loaded;
  return {
    id: question.id,
    version: question.version,
    lesson,
    hints: question.hints.length,
    hasSolution: question.solution !== undefined,
    kind: question.kind,
    ...kind.pageData(loaded, context, answer),
  };
}
