/** Proves every question of the book, and gives a page the answers that were computed on the way. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Widgets } from './context.ts';
import { loadBook, type Book, type Loaded } from './load.ts';
import { experimentFaults } from './experiment-faults.ts';
import type { ProofContext } from './proof-runs.ts';
import { answerOf, proveQuestion } from './prove.ts';

/** Core and optional questions of a lesson; predictions come on top of these. */
const CORE = 3;
const OPTIONAL = 2;

/** The faults of the book's questions, or of some of them, each with its lesson, the question's id and what to do. */
export async function proveBook(
  ground: ProofContext,
  isAsked: (loaded: Loaded, index: number) => boolean = () => true,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const loaded of ground.book.questions.filter(isAsked)) {
    const where = `${loaded.file}, question "${loaded.question.id}"`;
    const proof = await proveQuestion(ground, loaded).catch((error: unknown) => {
      // Not the author's mistake (data that were altered, a run that broke): where it happened is what helps.
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${where}: ${why}`, { cause: error });
    });
    faults.push(...proof.map((fault) => `${where}: ${fault}`));
  }
  return faults;
}

/** Questions that no lesson places, or places twice, or that do not exist; lessons that ask too little or too much; experiments out of place. */
export function placementFaults(book: Book): string[] {
  const faults: string[] = [];
  for (const one of book.lessons) {
    const { id: lesson, file, placed } = one;
    const own = book.questions.filter((loaded) => loaded.lesson === lesson);
    faults.push(...experimentFaults(one, own));
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
    const graded = own.filter(({ question }) => question.kind !== 'prediction');
    const core = graded.filter(({ question }) => question.core).length;
    if (core !== CORE || graded.length - core !== OPTIONAL) {
      faults.push(
        `${file}: ${core} core and ${graded.length - core} optional questions; a lesson has ${CORE} and ${OPTIONAL}`,
      );
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
  return { book: loadBook(root), widgets: await loadWidgets(), run };
}

/** A number question's answer: one run of a widget at most. Throws when there is none. */
export async function answerFor(loaded: Loaded, root: string = process.cwd()): Promise<number> {
  const { question } = loaded;
  if (question.kind !== 'number') throw new TypeError(`${question.id} asks for no number`);
  if (typeof question.answer === 'number') return question.answer;
  try {
    return await answerOf(await proofContextOf(root), question);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${loaded.file}, question "${question.id}": ${why}`, { cause: error });
  }
}
