/** Proves every question of the book, and gives a page the answers that were computed on the way. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Widgets } from './context.ts';
import { loadBook, type Book, type Loaded } from './load.ts';
import { diskCache, type ProofCache } from './proof-cache.ts';
import { experimentFaults } from './experiment-faults.ts';
import type { ProofContext } from './proof-runs.ts';
import { proveQuestion, type Proof } from './prove.ts';

/** Core and optional questions of a lesson; predictions come on top of these. */
const CORE = 3;
const OPTIONAL = 2;

/** The faults of every question, each with its lesson, the question's id and what to do. */
export async function proveBook(
  ground: ProofContext,
  cache?: ProofCache,
): Promise<readonly string[]> {
  const faults = placementFaults(ground.book);
  for (const loaded of ground.book.questions) {
    const { faults: found } = await proofOf(ground, loaded, cache);
    faults.push(
      ...found.map((fault) => `${loaded.file}, question "${loaded.question.id}": ${fault}`),
    );
  }
  return faults;
}

async function proofOf(ground: ProofContext, loaded: Loaded, cache?: ProofCache): Promise<Proof> {
  const kept = cache?.get(loaded);
  if (kept) return kept;
  const proof = await proveQuestion(ground, loaded).catch((error: unknown) => {
    // Not the author's mistake (data that were altered, a run that broke): where it happened is what helps.
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${loaded.file}, question "${loaded.question.id}": ${why}`, { cause: error });
  });
  // A proof that fails is run again next time: what it depends on may lie outside the key.
  if (proof.faults.length === 0) cache?.set(loaded, proof);
  return proof;
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

/** Proofs on the real widgets of the book under `root`. */
export async function proofContextOf(root: string = process.cwd()): Promise<ProofContext> {
  const { WIDGETS } = await native<{ WIDGETS: Widgets }>(root, 'widgets/index.ts');
  const { runManyOnNode: run } = await native<{ runManyOnNode: ProofContext['run'] }>(
    root,
    'widgets/run/node.ts',
  );
  return { book: loadBook(root), widgets: WIDGETS, run };
}

/** A number question's answer, from its proof. Throws when the question does not hold. */
export async function answerFor(loaded: Loaded, root: string = process.cwd()): Promise<number> {
  const { question } = loaded;
  if (question.kind !== 'number') throw new TypeError(`${question.id} asks for no number`);
  if (typeof question.answer === 'number') return question.answer;
  const book = loadBook(root);
  const kept = diskCache(root, book).get(loaded);
  const proof = kept ?? (await proofOf(await proofContextOf(root), loaded, diskCache(root, book)));
  if (proof.answer !== undefined) return proof.answer;
  throw new Error(`${loaded.file}, question "${question.id}": ${proof.faults.join('; ')}`);
}
