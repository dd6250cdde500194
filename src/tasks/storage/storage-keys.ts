/** Where a reader's work lies in the browser's storage. */

/** The book's id, as the root element of each page carries it. */
export const bookId = (): string => document.documentElement.dataset['book'] ?? '';

/** The book that work belongs to, as its files name it: editions of one book take each other’s. */
export const bookOfWork = (): string => document.documentElement.dataset['of'] ?? bookId();

export const EDITION = '1';

/** Chromium shares one storage among all local files and a host among its pages: keys carry the book and the edition. */
export const workKey = (book: string = bookId(), edition: string = EDITION): string =>
  `${book}/${edition}/work`;

/** Where drafts lie: beside the work, for an edition that cannot read it must not lose it over them. */
export const draftKey = (book: string = bookId(), edition: string = EDITION): string =>
  `${book}/${edition}/drafts`;

/** Where a part lies that has a key of its own: an older copy of the book that shares the storage knows none of it. */
export const sideKey = (
  part: 'runs' | 'marks' | 'review',
  book: string = bookId(),
  edition: string = EDITION,
): string => `${book}/${edition}/${part}`;
