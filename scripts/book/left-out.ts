/** Links to what an edition leaves out lead to the complete book, or say where it is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { LEFT_OUT } from '#words/scripts/edition/words';
import { append, attribute, element, named, setAttribute, setText, type Document } from './html.ts';

/** What `scripts/edition/` has left beside the sources; nothing in the complete book. */
const FILE = 'edition.json';

/** Where the complete book stands, if that is known; nothing where this is the complete book. */
export function editionHere(): { readonly complete?: string } | undefined {
  return existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly complete?: string })
    : undefined;
}

/** Of a page whose addresses begin at the root. `isThere` says of a file of the book whether it was built. */
export function relinkLeftOut(
  page: Document,
  complete: string | undefined,
  isThere: (file: string) => boolean,
): void {
  for (const link of named(page, 'a')) {
    const href = attribute(link, 'href') ?? '';
    const [path = ''] = href.split(/[?#]/);
    if (
      !path.startsWith('/') ||
      isThere(join('.', path.endsWith('/') ? `${path}index.html` : path))
    )
      continue;
    if (complete !== undefined) {
      setAttribute(link, 'href', new URL(`.${href}`, complete).href);
      setAttribute(link, 'title', LEFT_OUT.there);
      continue;
    }
    setAttribute(link, 'href', undefined);
    const where = element('span', { class: 'soft' });
    setText(where, ` (${LEFT_OUT.nowhere})`);
    append(link, where);
  }
}
