/** Proves every question of the book, and gives a page the answers that were computed on the way. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AuthorFault } from '../../../../widgets/kit/contract/author-settings.ts';
import type { Book, BookQuestion, ProofContext, Widgets } from '../contract.ts';
import { experimentFaults } from './experiment-faults.ts';
import { loadBook } from './load.ts';
import { whereIs } from './read-questions.ts';

/** The faults of the book's questions, or of some of them, each with its lesson, the question's id and what to do. */
export async function proveBook(
  context: ProofContext,
  isAsked: (loaded: BookQuestion, index: number) => boolean = () => true,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const loaded of context.book.questions.filter(isAsked)) {
    const where = whereIs(loaded);
    const found = await proveQuestion(context, loaded).catch((error: unknown) => {
      // Not the author's mistake (data that were altered, a run that broke): where it happened is what helps.
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${where}: ${why}`, { cause: error });
    });
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  }
  return faults;
}

/** The faults of one question, none when it holds. Never throws for an author's mistake: it becomes a fault. */
export async function proveQuestion(
  context: ProofContext,
  loaded: BookQuestion,
): Promise<readonly string[]> {
  try {
    return await loaded.kind.prove(loaded, context);
  } catch (error) {
    if (error instanceof AuthorFault) return [error.message];
    throw error;
  }
}

/** Questions that no lesson places, or places twice, or that do not exist; lessons that ask too little or too much; experiments out of place. */
export function placementFaults(book: Book, tags: readonly string[]): string[] {
  const faults: string[] = [];
  for (const one of book.lessons) {
    const { id: lesson, file, placed } = one;
    const own = book.questions.filter((loaded) => loaded.lesson === lesson);
    faults.push(...experimentFaults(one, own, tags));
    for (const { question } of own) {
      const times = placed.filter((one) => one.id === question.id).length;
      if (times !== 1) {
        faults.push(
          `${file}: question "${question.id}" is placed ${times} times; place <Question id="${question.id}"/> once`,
        );
      }
    }
    for (const { id } of placed.filter(
      (one) => !own.some(({ question }) => question.id === one.id),
    )) {
      faults.push(`${file}: <Question id="${id}"/> is not in ${lesson}.questions.yaml`);
    }
    const written = own.map(({ question }) => question.id);
    const shown = placed.map(({ id }) => id).filter((id) => written.includes(id));
    if (shown.length === written.length && shown.join() !== written.join()) {
      faults.push(
        `${lesson}.questions.yaml: its questions are numbered in their order, so write them as the page has them: ${shown.join(', ')}`,
      );
    }
    if (!own.some(({ question, kind }) => kind.role === 'graded' && question.core)) {
      faults.push(`${file}: none of its questions is core; a lesson has one at least`);
    }
  }
  for (const loaded of book.questions) {
    if (!book.lessons.some((lesson) => lesson.id === loaded.lesson)) {
      faults.push(`${loaded.file}: there is no lesson ${loaded.lesson}.mdx beside it`);
    }
  }
  return faults;
}

// The runners are imported by Node itself, at run time: a bundler would pull TF.js into the build of every page.
const native = <T>(root: string, path: string): Promise<T> =>
  import(/* @vite-ignore */ pathToFileURL(join(root, path)).href) as Promise<T>;

/** Proofs on the real widgets of the book under `root`; what was run before is not run again. */
export async function proofContextOf(root: string = process.cwd()): Promise<ProofContext> {
  const { loadWidgets } = await native<{ loadWidgets: () => Promise<Widgets> }>(
    root,
    'widgets/index.ts',
  );
  const { keptOutcomes: run } = await native<{ keptOutcomes: ProofContext['run'] }>(
    root,
    'widgets/run/kept/kept-outcomes.ts',
  );
  const isThorough = process.env['TEST_ALL'] === '1';
  return { book: loadBook(root), widgets: await loadWidgets(), run, isThorough };
}

/** The answer that a question's page needs and a run gives, one run of a widget at most; `NaN` where it needs none. */
export async function answerFor(
  loaded: BookQuestion,
  root: string = process.cwd(),
): Promise<number> {
  const compute = loaded.kind.computed?.(loaded.question);
  if (!compute) return Number.NaN;
  try {
    return await compute(await proofContextOf(root));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${whereIs(loaded)}: ${why}`, { cause: error });
  }
}
