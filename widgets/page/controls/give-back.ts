/**
 * A finger that is put on a slider moves it at once; where it goes on to scroll the page, this moves the slider back. It
 * stands on every page from the first, for so does the browser's own slider; in a shadow root for that root.
 */
export function giveBackSliders(page: Pick<EventTarget, 'addEventListener'> = window): void {
  let taken: HTMLInputElement | undefined;
  let value: string;
  page.addEventListener('pointerdown', ({ target }) => {
    taken = target as HTMLInputElement;
    ({ value } = taken);
  });
  page.addEventListener('pointercancel', () => {
    // A finger may have been put down before this code was here.
    if (taken?.type !== 'range') return;
    taken.value = value;
    taken.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
