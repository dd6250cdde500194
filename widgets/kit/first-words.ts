/** The few words that a page may need before an experiment is touched: they are loaded with it. */
export const FIRST_WORDS = {
  notLoaded: 'The experiment could not be loaded. Check your connection and touch it again.',
  yours: 'from your run',
  books: 'from the book’s run',
} as const;
