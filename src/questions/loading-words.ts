/** What is said before the other words are here. */
export const NOT_LOADED = 'This could not be loaded. Check your connection and try again.';
