/** The address of a page of the book that is no lesson, by its name, as a link of this page. */
export function pageAt(name: string): string {
  const { edition, root = './' } = document.documentElement.dataset;
  return edition === 'one-file' ? `#/${name}` : `${root}${name}/`;
}
