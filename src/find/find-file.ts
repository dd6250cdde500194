/** What can be found in the book, as the build has written it: fetched, or in the one file unpacked. */
import type { FindFile } from './pure/found.ts';

const NAME = 'search.json';

/** Rejects where it cannot be had. */
export async function findFile(): Promise<FindFile> {
  const { edition, root = './' } = document.documentElement.dataset;
  if (edition === 'one-file') {
    const { textOf } = await import('../offline/carried-text.ts');
    return JSON.parse(await textOf(NAME)) as FindFile;
  }
  const answer = await fetch(new URL(root + NAME, document.baseURI));
  if (!answer.ok) throw new Error(`${NAME}: ${answer.status}`);
  return (await answer.json()) as FindFile;
}

/** An address of the file as a link of this page. In the one file addresses are hashes; elsewhere they begin at the book's root. */
export function addressOf(href: string): string {
  const { edition, root = './' } = document.documentElement.dataset;
  return edition === 'one-file' ? href : root + href;
}
