/** Full-text search over the book, in the reader's browser. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { formsOf } from './pure/forms.ts';
import type { Found } from './pure/found.ts';
import { FIND } from '#words/src/find/words';

/** A place that was found, and the words of it that fit what was asked, in lower case. */
export interface Hit {
  readonly found: Found;
  readonly words: readonly string[];
  /** Those that fit and are not in what is shown of it. */
  readonly beyond: readonly string[];
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
/** Places that say in a sentence what they are, and those that say most. */
const BOOST: Partial<Record<Found['kind'], number>> = { term: 1.5, lesson: 3, page: 3 };
/** A word of some length may be misspelt in one letter of five. */
const fuzzy = (word: string): number => (word.length > 3 ? 0.2 : 0);
const SMALL = new Set(FIND.small.split(' '));

/** Takes the places in, a few at a time. */
export async function searchIn(found: readonly Found[]): Promise<Search> {
  const forms = new Map<string, readonly string[]>();
  const formsIn = (word: string): readonly string[] => {
    const had = forms.get(word) ?? [...new Set(formsOf(word))];
    forms.set(word, had);
    return had;
  };
  const known = new Set<string>();
  const index = new MiniSearch<Found & { id: number }>({
    fields: ['title', 'also', 'text', 'more', 'where'],
    processTerm: (word) => {
      const both = formsIn(word);
      for (const one of both) known.add(one);
      return [...both];
    },
    searchOptions: {
      boost: { title: 3, also: 2.5, where: 0.5 },
      boostDocument: (_id, _term, stored) => BOOST[stored?.['kind'] as Found['kind']] ?? 1,
      // Nearly everything begins with some two letters: it would take long to find, and tell nothing.
      prefix: (word) => word.length > 2,
    },
    storeFields: ['kind'],
  });
  await index.addAllAsync(
    found.map((one, id) => ({ ...one, id })),
    { chunkSize: AT_ONCE },
  );
  /** The stem where the book has it; a word that is only half typed has none. */
  const asSpelt = (word: string): string => {
    const [plain, stem] = formsOf(word);
    return known.has(stem) ? stem : plain;
  };
  /** With two letters in each other's place where the book has the word that way. */
  const asMeant = (word: string): string => {
    const had = [word, ...swapped(word)].map(asSpelt).find((one) => known.has(one));
    const [plain, stem] = formsOf(word);
    return had ?? (fuzzy(stem) > 0 ? stem : plain);
  };
  // All words as they are spelt; or nearly so, which takes longer; or any of them.
  const ways: readonly SearchOptions[] = [
    { combineWith: 'AND', processTerm: asSpelt },
    { combineWith: 'AND', processTerm: asMeant, fuzzy },
    { processTerm: asMeant, fuzzy },
  ];
  return (query) => {
    const asked = withoutSmall(query);
    let results: readonly SearchResult[] = [];
    let isNear = false;
    for (const [i, way] of ways.entries()) {
      if (results.length > 0) break;
      results = index.search(asked, way);
      isNear = i > 0;
    }
    const hits = results.slice(0, MOST).flatMap(({ id, terms }) => {
      const one = found[id as number];
      if (!one) return [];
      const fits = (word: string): boolean => formsIn(word).some((form) => terms.includes(form));
      return [
        {
          found: one,
          // Only of what is drawn.
          get words() {
            return wordsIn(one.title, one.text).filter(fits);
          },
          get beyond() {
            const shown = new Set(this.words);
            return wordsIn(one.more, one.also).filter((word) => fits(word) && !shown.has(word));
          },
        },
      ];
    });
    return { hits, isCut: results.length > MOST, isNear };
  };
}

const split = MiniSearch.getDefault('tokenize') as (text: string) => string[];

/** In lower case, each once. */
const wordsIn = (...texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(split(texts.join(' ')).map((word) => word.toLowerCase())),
];

/** A query without the words that every place has; one that has no others stays. */
function withoutSmall(query: string): string {
  const words = split(query).filter((word) => !SMALL.has(word.toLowerCase()));
  return words.length > 0 ? words.join(' ') : query;
}

/** A word with two neighbouring letters in each other's place, every two of them. */
const swapped = (word: string): readonly string[] =>
  Array.from(
    word.slice(1),
    (next, i) => word.slice(0, i) + next + word.charAt(i) + word.slice(i + 2),
  );
