/** What an edition in one file leaves out of the book, and what goes along with a package for a learning platform. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../src/lms/pure/scorm.ts';
import {
  type Element,
  attribute,
  element,
  named,
  remove,
  setAttribute,
  setText,
} from '../book/html.ts';
import { target } from './addresses.ts';
import type { Page } from './pages.ts';

/** Pages that are left out, by where they stand; elements whose page says instead where they are; the code that only they use. */
interface Left {
  readonly pages?: RegExp;
  readonly elements?: readonly string[];
  readonly code: RegExp;
}

/**
 * What each leaves out: who grades a class has the instructor’s file, or the book on the web, and readers have links to the page;
 * within a learning platform there are students only.
 */
export const EDITIONS: Readonly<Record<'textbook' | 'instructor' | 'package', Left | undefined>> = {
  textbook: { elements: ['book-teach'], code: /[\\/](?:teach-element\.|grade\.js$)[\w.-]*/ },
  instructor: undefined,
  package: {
    pages: /^teach(ers)?\//,
    code: /[\\/](?:(?:compose|course|preview|teach)-element\.|grade\.js$)[\w.-]*/,
  },
};

/** The pages that are kept; what led from them to the others is words now, or gone from the bar. */
export function keptPages(pages: readonly Page[], left: Left | undefined): readonly Page[] {
  if (!left) return pages;
  for (const { main } of pages)
    for (const one of named(main, ...(left.elements ?? []))) giveWay(one);
  const { pages: out } = left;
  if (!out) return pages;
  const kept = pages.filter(({ file }) => !out.test(file));
  for (const { file, document } of kept)
    for (const link of named(document, 'a')) {
      const { file: leads } = target(file, attribute(link, 'href') ?? '');
      if (!out.test(leads)) continue;
      if (/^bar-/.test(attribute(link, 'class') ?? '')) remove(link);
      else Object.assign(link, { tagName: 'span', nodeName: 'span', attrs: [] });
    }
  return kept;
}

/** In its place stands what stands for it: the sentence after it, which is hidden elsewhere. */
function giveWay(one: Element): void {
  const beside = one.parentNode?.childNodes ?? [];
  for (const other of [...beside]) {
    if (!('tagName' in other)) continue;
    if (attribute(other, 'data-instead') !== undefined) setAttribute(other, 'hidden', undefined);
    else if (other === one || attribute(other, 'class') === 'needs-script') remove(other);
  }
}

/** What is found there without what leads to the others. */
export function keptFinds(found: unknown, left: Left | undefined): unknown {
  const out = left?.pages;
  if (!out || typeof found !== 'object' || found === null) return found;
  if (!Array.isArray(found))
    return Object.fromEntries(
      Object.entries(found).map(([name, one]) => [name, keptFinds(one, left)]),
    );
  const isLeft = (one: { readonly href?: unknown } | null): boolean =>
    typeof one?.href === 'string' && out.test(one.href);
  return found.filter((one: object) => !isLeft(one)).map((one) => keptFinds(one, left));
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
