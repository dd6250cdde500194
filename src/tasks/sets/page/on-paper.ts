/** Paper scrolls nothing: what is written in a field stands beside it in full when the page is printed, or there is room for it. */

/** Copies what is written in each field, whenever the page is printed. */
export function copyToPaper(page: HTMLElement): void {
  addEventListener('beforeprint', () => {
    for (const field of page.querySelectorAll<HTMLTextAreaElement>('[data-item] textarea')) {
      const last = field.nextElementSibling;
      const copy = last?.matches('.paper') ? last : document.createElement('div');
      copy.className = 'paper';
      copy.textContent = field.value;
      field.after(copy);
    }
  });
}
