/** The few words that a page may need before an experiment is touched: they are loaded with it. */
export const FIRST_WORDS = {
  // Firefox remembers a module that it could not fetch until the page is loaded again.
  notLoaded:
    'The experiment could not be loaded. Check your connection and try again; if that does not help, reload the page.',
  yours: 'from your run',
} as const;
