/** What is said of code that is slow to come, or does not. */

/** While it is slow. */
export const LATE =
  'This is slow to load. It answers as soon as it is here; if it does not come, check your connection, then press again or reload the page.';
/** When it is asked for again. */
export const ASKING = 'Asking again.';
/** When that has brought nothing. */
export const NO_ANSWER =
  'There is no answer yet; check your connection, then press again or reload the page.';
/**
 * When it has not come. Firefox remembers a module that it could not fetch until the page is loaded again, so the way out that
 * always works is named too.
 */
export const NOT_LOADED =
  'This could not be loaded. Check your connection and try again; if that does not help, reload the page.';
/** Said after that, and of code that is late, to who has entered something: it is there after a reload, too. */
export const KEPT = ' What you have entered is kept.';
/** When the script of a page has not come, so that nothing on it answers; and the button beside it. */
export const NO_SCRIPT =
  'A part of this page has not come, and no button on it answers yet. Check your connection.';
export const TRY_AGAIN = 'Try again';
