/** What is due is told by the build; once it is past, the page says when it was. */
export function sayPast(page: ParentNode): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-due]')) {
    const { due = '', past = '' } = place.dataset;
    if (Date.parse(due) < Date.now()) place.textContent = past;
  }
}
