/** What a package for a learning platform has of the book: all that is for students, and beside it the texts that must go along. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../src/lms/pure/scorm.ts';
import { type Element, attribute, element, named, remove, setText } from '../book/html.ts';
import { target } from './addresses.ts';
import type { Page } from './pages.ts';

/** Pages for teachers, by where they stand; and what code only they use. */
const TEACHERS = /^teach(ers)?\//;
export const TEACHERS_CODE =
  /[\\/](?:(?:compose|course|preview|teach)-element\.|grade\.js$)[\w.-]*/;

/** The pages for students; what led from them to the others is words now, or gone from the bar. */
export function forStudents(pages: readonly Page[]): Page[] {
  const kept = pages.filter(({ file }) => !TEACHERS.test(file));
  for (const { file, document } of kept)
    for (const link of named(document, 'a')) {
      const { file: leads } = target(file, attribute(link, 'href') ?? '');
      if (!TEACHERS.test(leads)) continue;
      if (/^bar-/.test(attribute(link, 'class') ?? '')) remove(link);
      else Object.assign(link, { tagName: 'span', nodeName: 'span', attrs: [] });
    }
  return kept;
}

/** What is found there without what leads to the others. */
export function foundByStudents(found: unknown): unknown {
  if (typeof found !== 'object' || found === null) return found;
  if (!Array.isArray(found))
    return Object.fromEntries(
      Object.entries(found).map(([name, one]) => [name, foundByStudents(one)]),
    );
  const isTeachers = (one: { readonly href?: unknown } | null): boolean =>
    typeof one?.href === 'string' && TEACHERS.test(one.href);
  return found.filter((one: object) => !isTeachers(one)).map(foundByStudents);
}

/** The licence of the book, and the data sets’ cards with the licences that they name. */
export function plainFiles(folder: string): Element[] {
  const licences = existsSync(join(folder, 'data/LICENSES'))
    ? readdirSync(join(folder, 'data/LICENSES')).map((name) => `data/LICENSES/${name}`)
    : [];
  const cards = readdirSync(join(folder, 'data')).map((name) => `data/${name}`);
  const beside = [...cards.filter((name) => name.endsWith('.json')), ...licences];
  const texts = [
    ...['LICENSE', 'LICENSE-text.md'].map((name) => [name, name] as const),
    // A copy that carries a hash in its name is the same.
    ...beside
      .filter((name) => !/\.[\w-]{8}\.txt$/.test(name))
      .sort()
      .map((name) => [name, join(folder, name)] as const),
  ];
  return texts.map(([name, path]) => {
    const script = element('script', { type: 'text/plain', 'data-file': name });
    setText(script, plainText(readFileSync(path, 'utf8')));
    return script;
  });
}
