/** Addresses that readers hold in their hands: none of them may be lost when the book is built anew. */
import { type Document, attribute, elements } from './html.ts';
import { idsOf } from './links.ts';

/** What was once published; see tests/compat/. */
export interface Kept {
  /** The places of each page, by the ids that a hash names. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly string[];
  /** The one-file edition: what a hash may name, and the files that it carries. */
  readonly oneFile: { readonly hashes: readonly string[]; readonly assets: readonly string[] };
}

/** What of the web edition is gone, one address each. */
export function lostOnTheWeb(
  { pages, files }: Kept,
  built: { readonly pages: ReadonlyMap<string, Document>; readonly files: ReadonlySet<string> },
): string[] {
  const places = Object.entries(pages).flatMap(([name, ids]) => {
    const page = built.pages.get(name);
    if (!page) return [name];
    const there = idsOf(page);
    return ids.filter((id) => !there.has(id)).map((id) => `${name}#${id}`);
  });
  return [...places, ...files.filter((name) => !built.files.has(name))];
}

/**
 * What of the one-file edition is gone: a page's hash begins with a slash, a place's is its id. Its programs are no addresses:
 * they are asked for by the code that came with them, and by nobody else.
 */
export function lostInOneFile({ oneFile }: Kept, page: Document): string[] {
  const all = [...elements(page)];
  const values = (name: string): string[] => all.flatMap((node) => attribute(node, name) ?? []);
  const there = new Set([...idsOf(page), ...values('data-page').map((slug) => `/${slug}`)]);
  const carried = new Set(values('data-asset').flatMap((names) => names.split(' ')));
  return [
    ...oneFile.hashes.filter((hash) => !there.has(hash)).map((hash) => `#${hash}`),
    ...oneFile.assets.filter((name) => !name.startsWith('workers/') && !carried.has(name)),
  ];
}
