/** The pages that go into the one-file edition, and the name each has there. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { putBack } from '../book/apart.ts';
import {
  type Document,
  type Element,
  attribute,
  named,
  only,
  parsePage,
  textOf,
} from '../book/html.ts';

export interface Page {
  /** The file below the book's root, `lessons/NAME/index.html`. */
  readonly file: string;
  /** Its name in the address, `#/NAME`; the front page is `front`. */
  readonly slug: string;
  readonly title: string;
  readonly document: Document;
  readonly main: Element;
}

/** The name of a page in the one file: the folder it stands in. */
export function slugOf(file: string): string {
  return file.split('/').at(-2) ?? 'front';
}

/** Front page first, then the lessons in the order of the contents, then the rest by name. */
export function inOrder(files: readonly string[], contents: readonly string[]): string[] {
  const place = (file: string): number => {
    if (file === 'index.html') return -1;
    const at = contents.indexOf(file);
    return at < 0 ? contents.length : at;
  };
  return [...files].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** Reads every page of a built book that has a <main>. */
export function readPages(folder: string): Page[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name === 'index.html' || name.endsWith('/index.html'));
  const parsed = new Map(
    files.map((file) => [file, parsePage(readFileSync(join(folder, file), 'utf8'))]),
  );
  for (const [file, page] of parsed)
    putBack(page, (name) => readFileSync(join(folder, dirname(file), name), 'utf8'));
  const front = parsed.get('index.html');
  if (!front) throw new Error(`${folder} has no front page.`);
  // The way back into a lesson, above the contents, is no part of them.
  const links = named(only(front, 'main'), 'a').filter(
    (link) => attribute(link, 'data-resume') === undefined,
  );
  const contents = links.flatMap(({ attrs }) =>
    attrs
      .filter((attr) => attr.name === 'href')
      .map((attr) => `${attr.value.replace(/^\.\//, '').replace(/[?#].*$/s, '')}index.html`),
  );
  return inOrder(files, contents).map((file) => {
    const document = parsed.get(file) as Document;
    const title = textOf(only(document, 'title'));
    return { file, slug: slugOf(file), title, document, main: only(document, 'main') };
  });
}
