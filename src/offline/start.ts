/** Starts the one-file edition: unpacks and shows the page asked for, then runs the book's code, which is packed too. */
import { textOf } from './carried-text.ts';
import { keepScroll, restoreScroll } from './kept-scroll.ts';
import { runCode } from './markup-door.ts';
import { PAGE_WANTED, type PageWanted } from './page-text.ts';
import { keepReadable, pagesOf, unpackAll, unpackPage } from './pages.ts';
import { showNow, turnTo } from './show-page.ts';
import { storageReady } from './storage-ready.ts';
import { pause } from '../../widgets/run/page/pause.ts';
import { CUT_SHORT, DAMAGED, TOO_OLD } from '#words/src/offline/words';

/** Says above every page what is wrong with this copy; the first fault found is the one to know. */
function tell(fault: string): void {
  if (document.querySelector('.copy-fault')) return;
  const told = document.createElement('p');
  told.className = 'copy-fault';
  told.setAttribute('role', 'alert');
  told.textContent = fault;
  document.body.prepend(told);
}

function tellDamage(): void {
  tell('DecompressionStream' in globalThis ? DAMAGED : TOO_OLD);
}

/** The skip link leads to the text of the page shown; followed, it would name itself in the address in place of that page. */
function skipWithin(main: HTMLElement | null): void {
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main?.scrollIntoView();
    main?.focus({ preventScroll: true });
  });
}

async function start(): Promise<void> {
  if (!document.querySelector('[data-end]')) tell(CUT_SHORT);
  const main = document.querySelector<HTMLElement>('main');
  const pages = main ? pagesOf(main) : [];
  addEventListener('hashchange', () => void turnTo(pages, true).catch(tellDamage));
  addEventListener(PAGE_WANTED, (event) => {
    const { detail } = event as CustomEvent<PageWanted>;
    const page = pages.find(({ slug }) => slug === detail.slug);
    if (page) detail.text = unpackPage(page).then(() => page.whole ?? '');
  });
  addEventListener('beforeprint', () => {
    showNow(pages);
  });
  skipWithin(main);
  const code = await textOf('page.js').catch(tellDamage);
  if (code === undefined) keepReadable(pages);
  // First, so that nothing is seen in another theme than the reader's.
  await storageReady();
  await turnTo(pages, false).catch(tellDamage);
  restoreScroll();
  keepScroll();
  await pause();
  if (code !== undefined) runCode(code);
  await unpackAll(pages).catch(tellDamage);
}

addEventListener('DOMContentLoaded', () => void start());
