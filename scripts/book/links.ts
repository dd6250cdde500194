/** Every link of the built book leads somewhere in it: the file exists, and so does the place that the hash names. */
import { type Document, attribute, elements } from './html.ts';

/** The pages (parsed) and the names of all files of a built book. */
interface Built {
  readonly pages: ReadonlyMap<string, Document>;
  readonly files: ReadonlySet<string>;
}

const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** What is wrong, one sentence each, and how many links were followed. */
export function checkLinks({ pages, files }: Built): { faults: string[]; followed: number } {
  const ids = new Map([...pages].map(([file, page]) => [file, idsOf(page)]));
  const faults: string[] = [];
  let followed = 0;
  for (const [from, page] of pages) {
    for (const [address, place] of addressesOf(page)) {
      if (OUTSIDE.test(address)) continue;
      followed += 1;
      const fault = faultOf(from, address, files, ids);
      if (fault) faults.push(`${from}: <${place}> ${address}: ${fault}`);
    }
  }
  return { faults, followed };
}

/** All ids of a page. */
export function idsOf(page: Document): Set<string> {
  return new Set([...elements(page)].flatMap((node) => attribute(node, 'id') ?? []));
}

function* addressesOf(page: Document): Generator<[address: string, place: string]> {
  for (const node of elements(page)) {
    for (const { name, value } of node.attrs) {
      if (name === 'href' || name === 'src' || name === 'poster') yield [value, node.tagName];
      if (name !== 'srcset') continue;
      for (const part of value.split(',')) yield [part.trim().split(/\s+/)[0] ?? '', node.tagName];
    }
  }
}

function faultOf(
  from: string,
  address: string,
  files: ReadonlySet<string>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (address.startsWith('/'))
    return 'starts at the server’s root; the book must run at a sub-path';
  const url = new URL(address, `http://book/deep/${from}`);
  if (!url.pathname.startsWith('/deep/')) return 'leads out of the book';
  const path = decodeURIComponent(url.pathname).slice('/deep/'.length);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return 'there is no such file';
  const hash = decodeURIComponent(url.hash.slice(1));
  const known = ids.get(file);
  return hash !== '' && known && !known.has(hash) ? 'the page has no such place' : undefined;
}
