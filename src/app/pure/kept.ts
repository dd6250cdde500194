/** What a device keeps of an edition: its files by what is in them, so that no two releases can mix. */

/** SHA-256 of a file in base64, its bytes, and whether the core path needs it. */
export type Entry = readonly [hash: string, bytes: number, isCore: 0 | 1];
/** The files of an edition, by their paths in it. */
export type Files = Readonly<Record<string, Entry>>;
/** How much of an edition is kept. */
export type Choice = 'core' | 'all';

/** What is written beside the files: how much was asked for, its bytes, and the day, as `2027-02-01`. */
export interface Kept {
  readonly choice: Choice;
  readonly bytes: number;
  readonly day: string;
}

/** The cache of an edition is called so. */
export const cacheName = (book: string, edition: string): string => `${book}/kept/${edition}`;

/** The edition that a cache keeps; undefined where it is none of this book’s. */
export function editionOf(book: string, cache: string): string | undefined {
  const before = cacheName(book, '');
  return cache.startsWith(before) ? cache.slice(before.length) : undefined;
}

/** Where a file lies in the cache of an edition whose folder has the address `scope`. */
export const keyOf = (scope: string, hash: string): string =>
  `${scope}.kept/${encodeURIComponent(hash)}`;
export const choiceKey = (scope: string): string => `${scope}.kept/choice`;

/** The file that an address in `scope` means, as its path there; undefined outside. A folder means its page. */
export function pathIn(scope: string, address: string): string | undefined {
  const plain = address.replace(/[?#].*/s, '');
  if (!plain.startsWith(scope)) return undefined;
  const path = plain.slice(scope.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** The address to ask a server for: some lead `index.html` to its folder, and an answer that was led cannot be a page. */
export const addressOf = (scope: string, path: string): string =>
  scope + path.replace(/(^|\/)index\.html$/, '$1');

/** The files of a choice. */
export function wanted(files: Files, choice: Choice): readonly (readonly [string, Entry])[] {
  return Object.entries(files).filter(([, [, , isCore]]) => choice === 'all' || isCore === 1);
}

/** Bytes of a choice. */
export const bytesOf = (files: Files, choice: Choice): number =>
  wanted(files, choice).reduce((sum, [, [, bytes]]) => sum + bytes, 0);

/** The folder of an edition and the front of all editions, by the address of a page’s root; undefined where editions do not stand beside each other. */
export function placesOf(
  root: string,
  assets: string | undefined,
): { readonly scope: string; readonly front: string } | undefined {
  const scope = root + (assets ?? '');
  const [, front] = /^(.*\/)e\/[\w-]+\/$/.exec(scope) ?? [];
  return front === undefined ? undefined : { scope, front };
}
