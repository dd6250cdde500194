/** What can be found in the book, and where: the plain shapes of search.json, which the build writes and a page reads. */

/** A place of the book that is searched. */
export interface Found {
  readonly kind: 'lesson' | 'section' | 'term' | 'experiment' | 'question' | 'data' | 'page';
  readonly title: string;
  /** What it stands in: a lesson's title; of a lesson its number. */
  readonly where: string;
  /** From the book's root, without a slash before it. */
  readonly href: string;
  readonly text: string;
  /** Words of the text that were cut off its end: found, and not shown. */
  readonly more?: string;
  /** Other words by which somebody may look for it: found, and not shown. */
  readonly also?: string;
}

interface Link {
  readonly title: string;
  readonly href: string;
}

interface ListedLesson extends Link {
  /** As reading marks name it: its address, with a slash before it. */
  readonly path: string;
}

/** A part, with its lessons as they are read. */
export interface ListedPart extends Link {
  readonly lessons: readonly (ListedLesson & {
    readonly number: number;
    readonly core: boolean;
  })[];
}

/** The file. */
export interface FindFile {
  /** Lessons without a number, before the first part. */
  readonly before: readonly ListedLesson[];
  readonly parts: readonly ListedPart[];
  /** Pages that are no lessons. */
  readonly pages: readonly Link[];
  readonly found: readonly Found[];
}

/** A text in pieces: those at odd places, the second, the fourth, are words that were found. */
export type Marked = readonly string[];

/** Letters of context. */
const CONTEXT = 150;

/**
 * About 150 letters of a text round the first of the words that were found, cut between words; the beginning of the text
 * where it has none of them. `words` are those of the index, in lower case.
 */
export function contextOf(text: string, words: readonly string[]): Marked {
  const first = words.length === 0 ? -1 : text.search(anyOf(words));
  const wanted = Math.max(0, first - CONTEXT / 3);
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const isWhole = text.length <= start + CONTEXT;
  const end = isWhole ? text.length : text.lastIndexOf(' ', start + CONTEXT);
  const cut = text.slice(start, end > start ? end : start + CONTEXT);
  return markedIn(`${start > 0 ? '… ' : ''}${cut}${isWhole ? '' : ' …'}`, words);
}

/** A text with the words told apart. */
export function markedIn(text: string, words: readonly string[]): Marked {
  return words.length === 0 ? [text] : text.split(anyOf(words));
}

/** Any of the words, whole. */
function anyOf(words: readonly string[]): RegExp {
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`))
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'iu');
}
