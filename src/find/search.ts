/** Full-text search over the book, in the reader's browser. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Found } from './pure/found.ts';

/** A place that was found, and the words of the book that fit what was asked, in lower case. */
export interface Hit {
  readonly found: Found;
  readonly words: readonly string[];
}
/** The best places for a query, whether there are more, and whether none has all its words as they are spelt. */
export type Search = (query: string) => {
  readonly hits: readonly Hit[];
  readonly isCut: boolean;
  readonly isNear: boolean;
};

/** As many are of use to anybody. */
const MOST = 30;
/** So many places are taken in without a pause: a few milliseconds of the page's thread. */
const AT_ONCE = 4;
/** Places that say in a sentence what they are. */
const BOOST: Partial<Record<Found['kind'], number>> = { term: 1.5, page: 3 };
/** A word of some length may be misspelt in one letter of five. */
const NEARLY = { fuzzy: (word: string): number => (word.length > 4 ? 0.2 : 0) };

/** Takes the places in, a few at a time. */
export async function searchIn(found: readonly Found[]): Promise<Search> {
  const index = new MiniSearch<Found & { id: number }>({
    fields: ['title', 'text', 'where'],
    searchOptions: {
      boost: { title: 3, where: 0.5 },
      boostDocument: (_id, _term, stored) => BOOST[stored?.['kind'] as Found['kind']] ?? 1,
      prefix: (word) => word.length > 1,
    },
    storeFields: ['kind'],
  });
  await index.addAllAsync(
    found.map((one, id) => ({ ...one, id })),
    { chunkSize: AT_ONCE },
  );
  return (query) => {
    // All words as they are spelt; or nearly so, which takes longer; or any of them.
    const ways: readonly SearchOptions[] = [
      { combineWith: 'AND' },
      { combineWith: 'AND', ...NEARLY },
      NEARLY,
    ];
    let results: readonly SearchResult[] = [];
    let isNear = false;
    for (const [i, way] of ways.entries()) {
      if (results.length > 0) break;
      results = index.search(query, way);
      isNear = i > 0;
    }
    const hits = results.slice(0, MOST).flatMap(({ id, terms }) => {
      const one = found[id as number];
      return one ? [{ found: one, words: terms }] : [];
    });
    return { hits, isCut: results.length > MOST, isNear };
  };
}
