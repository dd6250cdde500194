/** Keeps proofs between builds: a proof is run again when the question, its widget or the kit changes. */
import { mkdirSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const codeOf = (pattern: string): string => {
    const known = code.get(pattern) ?? filesHash(root, pattern);
    code.set(pattern, known);
    return known;
  };
  const keyOf = (loaded: Loaded): string => {
    const patterns = ['widgets/kit/*.ts', 'src/questions/*.ts'];
    const tag = tagOf(book, loaded);
    if (tag !== undefined) patterns.push(`widgets/${tag}/*.ts`, 'widgets/{sim,lab}/*.ts');
    const lesson = book.lessons.find((one) => one.id === loaded.lesson);
    return contentHash([loaded.hash, patterns.map(codeOf), lesson?.instances, lesson?.placed]);
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
  if (question.kind === 'choice') return undefined;
  if (question.kind === 'number') {
    return typeof question.answer === 'number' ? undefined : question.answer.widget;
  }
  const { instance } = question;
  return book.lessons.find((one) => one.id === lesson)?.instances.find((i) => i.id === instance)
    ?.tag;
}

function filesHash(root: string, pattern: string): string {
  const files = globSync(pattern, { cwd: root }).toSorted();
  return contentHash(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}
