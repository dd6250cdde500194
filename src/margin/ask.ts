/** Whatever a reader marks, the code of it is fetched when something is selected, kept here, or asked for by a link or a key. */
import { sideKey } from '../tasks/storage/storage-keys.ts';

/** Listens on a page. */
export function markWhenAsked(): void {
  const offer = (): void => {
    const selection = getSelection();
    if (selection && !selection.isCollapsed && lessonOf(selection.anchorNode)) wake('selected');
  };
  document.addEventListener('selectionchange', offer);
  // What was selected before this was here.
  offer();
  addEventListener('keydown', (event) => {
    if (!event.altKey || event.code !== 'KeyM' || event.ctrlKey || event.metaKey) return;
    if (!document.querySelector('[data-lesson]')) return;
    event.preventDefault();
    wake('key');
  });
}

/** Shows what is kept of the lessons of a page, or what a link leads to. */
export function showMarks(page: ParentNode): void {
  if (!page.querySelector('[data-lesson]')) return;
  let kept = '';
  try {
    kept = localStorage.getItem(sideKey('marks')) ?? '';
  } catch {
    // Storage is closed: nothing is kept.
  }
  const isKept = [...page.querySelectorAll<HTMLElement>('[data-lesson]')].some(({ dataset }) =>
    kept.includes(`"${dataset['lesson'] ?? ''}"`),
  );
  if (isKept || /[?&]sentence=/.test(location.search)) wake('page');
}

const lessonOf = (node: Node | null): Element | null | undefined =>
  (node instanceof Element ? node : node?.parentElement)?.closest('[data-lesson]');

function wake(by: 'selected' | 'key' | 'page'): void {
  const coming = import('./page/margin.ts');
  coming.then((code) => code.margin(by), console.warn);
}
