/** Keeps proofs between builds: a proof is run again when the question, or any code that it runs, changes. */
import { mkdirSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentHash, type Book, type Loaded } from './load.ts';
import type { Proof } from './prove.ts';

/** Proofs by content: `get` gives one that still holds. */
export interface ProofCache {
  readonly get: (loaded: Loaded) => Proof | undefined;
  readonly set: (loaded: Loaded, proof: Proof) => void;
}

/** Proofs in `.cache/proofs/` under the book's root. A file that cannot be read counts as no proof. */
export function diskCache(root: string, book: Book): ProofCache {
  const folder = join(root, '.cache', 'proofs');
  const code = new Map<string, string>();
  const codeOf = (tag: string): string => {
    const known = code.get(tag) ?? codeHash(root, tag);
    code.set(tag, known);
    return known;
  };
  const keyOf = (loaded: Loaded): string => {
    const lesson = book.lessons.find((one) => one.id === loaded.lesson);
    const ran = codeOf(tagOf(book, loaded) ?? '');
    return contentHash([loaded.hash, ran, lesson?.instances, lesson?.placed]);
  };
  const fileOf = (loaded: Loaded): string => join(folder, `${loaded.question.id}.json`);
  return {
    get: (loaded) => {
      try {
        const kept = JSON.parse(readFileSync(fileOf(loaded), 'utf8')) as {
          key: string;
          proof: Proof;
        };
        return kept.key === keyOf(loaded) ? kept.proof : undefined;
      } catch {
        return undefined;
      }
    },
    set: (loaded, proof) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(loaded), JSON.stringify({ key: keyOf(loaded), proof }));
    },
  };
}

function tagOf(book: Book, { question, lesson }: Loaded): string | undefined {
  if (question.kind === 'choice' || question.kind === 'order') return undefined;
  if (question.kind === 'number') {
    return typeof question.answer === 'number' ? undefined : question.answer.widget;
  }
  const { instance } = question;
  return book.lessons.find((one) => one.id === lesson)?.instances.find((i) => i.id === instance)
    ?.tag;
}

/** Files that draw and say: no proof depends on them, and a new word must not train every model again. */
const WORDY = /(?:^|\/)(?:figure(?:-[\w-]+)?|say|words)\.ts$/;

/** A hash of the code that a proof runs: the prover, the widget, the runners, all that they import, and the packages' versions. */
function codeHash(root: string, tag: string): string {
  const widget =
    tag === ''
      ? []
      : [
          `widgets/experiments/${tag}/**/*.ts`,
          'widgets/run/{sim,lab}/node.ts',
          'widgets/run/node.ts',
        ];
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file) || WORDY.test(file)) return;
    files.add(file);
    for (const [, path = ''] of read(file).matchAll(/(?:from|import) '(\.[^']+\.ts)'/g))
      add(join(dirname(file), path));
  };
  for (const pattern of ['src/questions/author/prove.ts', ...widget]) {
    for (const file of globSync(pattern, { cwd: root })) add(file);
  }
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies?: unknown };
  return contentHash([dependencies, ...[...files].toSorted().map((file) => [file, read(file)])]);
}
