/** Links of the one file: a page of the book becomes a hash, a small file becomes a data: address. */
import { type Element, attribute, elements, setAttribute } from '../book/html.ts';
import type { Renamed } from './ids.ts';

export interface Book {
  /** The file of a page -> its name in the one file. */
  readonly slugs: ReadonlyMap<string, string>;
  /** A page's name -> what its ids are called now. */
  readonly ids: ReadonlyMap<string, Renamed>;
  /** The bytes of a file of the built book, or undefined where there is none. */
  readonly read: (file: string) => Uint8Array | undefined;
}

export const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const TYPES: Readonly<Record<string, string>> = {
  bib: 'text/plain',
  csv: 'text/csv',
  ico: 'image/x-icon',
  json: 'application/json',
  md: 'text/markdown',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** The file below the root that an address in the page `from` means; the front page of a folder by its index.html. */
export function target(
  from: string,
  address: string,
): { file: string; query: string; hash: string } {
  const url = new URL(address, `http://book/${from}`);
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return { file, query: url.search, hash: url.hash.slice(1) };
}

/** A file as an address that carries it; text stays text, which packs better than base64. */
export function dataUrl(file: string, bytes: Uint8Array): string {
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  if (type.startsWith('text/')) {
    const text = encodeURIComponent(Buffer.from(bytes).toString()).replaceAll('%20', ' ');
    return `data:${type};charset=utf-8,${text}`;
  }
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Where a link of the page `from` leads in the one file. */
export function relinked(book: Book, from: string, address: string): string {
  if (OUTSIDE.test(address)) return address;
  const { file, query, hash } = target(from, address);
  const slug = book.slugs.get(file);
  if (slug !== undefined) {
    const id = book.ids.get(slug)?.get(decodeURIComponent(hash)) ?? hash;
    return `${query}#${id === '' ? `/${slug}` : id}`;
  }
  const bytes = book.read(file);
  if (!bytes) throw new Error(`${from} links to ${address}, which is not in the book.`);
  return dataUrl(file, bytes);
}

/** Rewrites, in place, the link or picture of one element that stood in the page `from`. */
export function relinkNode(book: Book, from: string, node: Element): void {
  // Style sheets, scripts and what is fetched ahead are taken out of the page altogether.
  if (['script', 'link'].includes(node.tagName) && attribute(node, 'rel') !== 'icon') return;
  const href = attribute(node, 'href');
  if (href !== undefined) {
    const now = relinked(book, from, href);
    setAttribute(node, 'href', now);
    // A browser follows no data: link, but it saves one.
    if (node.tagName === 'a' && now.startsWith('data:')) {
      setAttribute(node, 'download', target(from, href).file.split('/').at(-1) ?? 'file');
    }
  }
  const src = attribute(node, 'src');
  if (src !== undefined) setAttribute(node, 'src', relinked(book, from, src));
}

/** Rewrites, in place, the links and pictures below a node that stood in the page `from`. */
export function relinkPart(book: Book, from: string, part: Element): void {
  for (const node of elements(part)) relinkNode(book, from, node);
}
