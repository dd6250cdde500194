/** The one-file edition: one page of the book at a time, on screen and on paper, named by the hash. */
import { nameIn, pageAsked } from './place.ts';
import { type Page, put, unpackAll, unpackPage } from './pages.ts';

/**
 * Shows what the address means, the front page if it means nothing. `focus` moves the focus to a page that has been turned
 * to. Rejects where that page is damaged; it is shown all the same.
 */
export async function turnTo(pages: readonly Page[], focus: boolean): Promise<void> {
  const { hash } = location;
  const page = await pageMeant(pages, nameIn(hash));
  const fault = page && (await unpackPage(page).catch((error: unknown) => error));
  if (nameIn(hash) !== nameIn(location.hash)) return;
  if (page) {
    put(page, pages);
    show(page.at, focus);
  }
  // The place may lie outside the pages.
  document.getElementById(nameIn(hash))?.scrollIntoView();
  if (fault) throw fault;
}

/** None where the name means something outside the pages: the page that is shown stays. */
async function pageMeant(pages: readonly Page[], name: string): Promise<Page | undefined> {
  // What stands here may have its name on another page, too.
  const here = document.getElementById(name)?.closest('[data-shown]');
  const asked = pages.find(({ at }) => at === here) ?? pageAsked(pages, name);
  if (asked ?? name === '') return asked ?? pages[0];
  if (document.getElementById(name) && document.querySelector('[data-shown]')) return undefined;
  // Some ids stand only in what a script needs.
  await unpackAll(pages).catch(() => undefined);
  return pageAsked(pages, name) ?? pages[0];
}

/** Shows the page asked for as far as it is there, unless one is shown: a printer waits for nobody. */
export function showNow(pages: readonly Page[]): void {
  if (document.querySelector('[data-shown]')) return;
  const page = pageAsked(pages, nameIn(location.hash)) ?? pages[0];
  if (!page) return;
  put(page, pages);
  show(page.at, false);
}

function show(shown: HTMLElement, focus: boolean): void {
  const turned = !('shown' in shown.dataset);
  for (const one of document.querySelectorAll('section[data-page]')) {
    one.toggleAttribute('data-shown', one === shown);
  }
  document.title = shown.dataset['title'] ?? document.title;
  const here = document.querySelector('.bar-here');
  if (here) here.textContent = shown.dataset['here'] ?? '';
  if (!turned || !focus) return;
  scrollTo(0, 0);
  const heading = shown.querySelector<HTMLElement>('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
