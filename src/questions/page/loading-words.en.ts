/**
 * What is said before the other words are here. Firefox remembers a module that it could not fetch until the page is
 * loaded again, so the way out that always works is named too.
 */
export const NOT_LOADED =
  'This could not be loaded. Check your connection and try again; if that does not help, reload the page.';
/** Said after that, and of code that is late, to who has entered something: it is there after a reload, too. */
export const KEPT = ' What you have entered is kept.';
