/** The link to the lessons opens the list and the search where the reader is; so does Ctrl + K, on a Mac ⌘ + K. */

/** Its code is fetched when it is first asked for; where that fails, the link leads to the front page's contents. */
export function findWhenAsked(): void {
  const ask = (event: Event): void => {
    const { ctrlKey, metaKey, key } = event as KeyboardEvent;
    const isModified = ctrlKey || metaKey;
    const link = document.querySelector<HTMLAnchorElement>('[data-find]');
    const isAsked = key
      ? isModified && key === 'k'
      : !isModified && link?.contains(event.target as Node);
    if (!link || !isAsked) return;
    event.preventDefault();
    void import('./dialog.ts').then(
      ({ openFind }) => {
        openFind();
      },
      () => link.href && location.assign(link.href),
    );
  };
  addEventListener('click', ask);
  addEventListener('keydown', ask);
}
