/** The text of a page of the book: fetched, or in the one file asked of what holds its pages. */

/** The name of the event by which the one file is asked. */
export const PAGE_WANTED = 'pagewanted';
export interface PageWanted {
  readonly slug: string;
  /** Set by whoever has the page. */
  text?: Promise<string>;
}

/** A lesson as HTML, by its name. Rejects where it cannot be had. */
export async function lessonText(slug: string): Promise<string> {
  const { edition, root = './' } = document.documentElement.dataset;
  if (edition === 'one-file') {
    const detail: PageWanted = { slug };
    dispatchEvent(new CustomEvent(PAGE_WANTED, { detail }));
    if (!detail.text) throw new Error(`${slug} is missing`);
    return detail.text;
  }
  const answer = await fetch(new URL(`${root}lessons/${slug}/`, document.baseURI));
  if (!answer.ok) throw new Error(`${slug}: ${answer.status}`);
  return answer.text();
}
