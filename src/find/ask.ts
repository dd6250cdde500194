/** The link to the lessons opens the list and the search where the reader is; so does Ctrl + K, on a Mac ⌘ + K. */

/** Their code is fetched when they are first asked for. */
export function findWhenAsked(): void {
  for (const type of ['click', 'keydown']) {
    addEventListener(type, (event) => {
      const { ctrlKey, metaKey, key, target } = event as KeyboardEvent;
      const isAsked =
        ctrlKey || metaKey ? key === 'k' : !key && (target as Element).closest('[data-find]');
      if (!isAsked) return;
      event.preventDefault();
      const coming = import('./dialog.ts');
      coming.then((code) => code.openFind(), console.warn);
    });
  }
}
