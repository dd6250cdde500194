/**
 * The pages of the one-file edition. Each lies in a <noscript>, where a reader without script finds it; what only a script
 * needs is packed, and is put back when the page is turned to.
 */
import { PAGE_ADDED } from '../book/page-added.ts';
import { pause } from '../../widgets/run/page/pause.ts';
import { textOf } from './carried-text.ts';
import { joined, type Rest } from './join.ts';
import { pageFrom } from './markup-door.ts';

export interface Page {
  readonly slug: string;
  /** What can be read without script. */
  readonly plain: string;
  /** The whole page, once it is unpacked. */
  whole?: string;
  /** What stands in the page's place: its <noscript>, or its section. */
  at: HTMLElement;
  /** Of which text the section was made. */
  shown?: string;
  /** Where it belongs, also while it is out of the document. */
  readonly place: Comment;
}

/** The pages as they lie in the file. */
export function pagesOf(main: Element): Page[] {
  return [...main.querySelectorAll<HTMLElement>(':scope > noscript')].map((at) => {
    const place = document.createComment('');
    at.before(place);
    return { slug: at.dataset['page'] ?? '', plain: at.textContent, at, place };
  });
}

/** Unpacks what a page lacks. Rejects where the file is damaged: then it can be read only. */
export async function unpackPage(page: Page): Promise<void> {
  page.whole ??= joined(page.plain, JSON.parse(await textOf(`pages/${page.slug}`)) as Rest);
}

/** Unpacks all pages, one after the other: who turns to them then waits for nothing. Rejects when one is damaged. */
export async function unpackAll(pages: readonly Page[]): Promise<void> {
  const faults: unknown[] = [];
  for (const page of pages) {
    await unpackPage(page).catch((fault: unknown) => faults.push(fault));
    await pause();
  }
  if (faults.length > 0) throw faults[0];
}

/** The page as it can be read: nothing in it wakes. */
function readable({ plain }: Page): string {
  return plain.replaceAll(/(<\/?)[a-z]+-[a-z-]+/g, '$1span');
}

/** Leaves all pages as they can be read. */
export function keepReadable(pages: readonly Page[]): void {
  for (const page of pages) page.whole = readable(page);
}

const isWork = ({ plain, whole = plain }: Page): boolean => whole.includes('<book-assignment');

/**
 * Puts a page in its place, whole if it has been unpacked. Pages of work may have an item in common, and its ids: one of them is in
 * the document at a time, and the others stay as they stood until they are turned to.
 */
export function put(page: Page, pages: readonly Page[]): void {
  for (const other of isWork(page) ? pages : []) {
    if (other === page || other.shown === undefined || !isWork(other)) continue;
    other.at.remove();
    delete other.at.dataset['shown'];
  }
  if (!page.at.isConnected) page.place.after(page.at);
  const text = page.whole ?? readable(page);
  if (page.shown === text) return;
  const section = pageFrom(text);
  page.at.replaceWith(section);
  page.at = section;
  page.shown = text;
  section.dispatchEvent(new Event(PAGE_ADDED, { bubbles: true }));
}
