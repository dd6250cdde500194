/** Many pages in one: the front page's document, every page's <main> as a section of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Element,
  append,
  attribute,
  element,
  elements,
  remove,
  textOf,
} from '../book/html.ts';
import { type Book, relinked, relinkNode, relinkPart } from './addresses.ts';
import { uniqueIds } from './ids.ts';
import type { Page } from './pages.ts';

/**
 * Moves all pages into the first one's document, with unique ids and links that stay inside. Returns how an address from
 * the book's root is written there.
 */
export function joinPages(
  pages: readonly [Page, ...Page[]],
  folder: string,
): (address: string) => string {
  const [front, second] = pages;
  const names = pages.map(here);
  // The front page's own bar has no way back to the front page: a lesson's has.
  if (second) exchangeBar(front, second);
  const book: Book = {
    slugs: new Map(pages.map((page) => [page.file, page.slug])),
    ids: uniqueIds(pages, shellIds(front)),
    read: (file) => {
      const path = join(folder, file);
      return existsSync(path) ? readFileSync(path) : undefined;
    },
  };
  const sections = pages.map((page, i) => {
    relinkPart(book, page.file, page.main);
    // Its code would lead to the page on the web.
    for (const node of elements(page.main)) if (hasClass(node, 'qr')) node.childNodes = [];
    return sectionOf(page, names[i] ?? '');
  });
  // What is left of the front page: the skip link stays a link within the page, the rest follows.
  for (const node of outside(front)) {
    if (!attribute(node, 'href')?.startsWith('#')) relinkNode(book, front.file, node);
  }
  front.main.attrs = front.main.attrs.filter((attr) => attr.name !== 'class');
  for (const section of sections) append(front.main, section);
  return (address) => relinked(book, front.file, address);
}

function sectionOf(page: Page, name: string): Element {
  const section = element('section', {
    class: attribute(page.main, 'class') ?? '',
    'data-page': page.slug,
    'data-title': page.title,
    'data-here': name,
  });
  for (const child of [...page.main.childNodes]) {
    remove(child);
    append(section, child);
  }
  return section;
}

function bar(page: Page): Element | undefined {
  return outside(page).find((node) => hasClass(node, 'bar'));
}

function exchangeBar(front: Page, lesson: Page): void {
  const from = bar(lesson);
  const to = bar(front);
  if (!from || !to) throw new Error('A page has no bar (an element of the class "bar").');
  to.childNodes = [];
  for (const child of [...from.childNodes]) {
    remove(child);
    append(to, child);
  }
  // Its addresses were those of a page that lay deeper.
  for (const node of elements(to)) {
    const href = node.attrs.find((attr) => attr.name === 'href');
    if (href) href.value = new URL(href.value, `http://book/${lesson.file}`).pathname;
  }
}

/** What stands in the page's bar beside the book's title. */
function here(page: Page): string {
  const found = outside(page).find((node) => hasClass(node, 'bar-here'));
  return found ? textOf(found).trim() : '';
}

function hasClass(node: Element, name: string): boolean {
  return (attribute(node, 'class') ?? '').split(/\s+/).includes(name);
}

function outside(page: Page): Element[] {
  const inside = new Set(elements(page.main));
  return [...elements(page.document)].filter((node) => !inside.has(node));
}

function shellIds(front: Page): Set<string> {
  return new Set(outside(front).flatMap((node) => attribute(node, 'id') ?? []));
}
