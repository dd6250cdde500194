/** What is said of lessons that were begun or read. */
export const READ = 'read';
/** The link to where the reader stopped. */
export const resume = (title: string, heading: string | undefined): string =>
  heading ? `Resume: ${title}, “${heading}”` : `Resume: ${title}`;
/** The link to the next lesson, after one that was read to its end. */
export const goOn = (title: string): string => `Next: ${title}`;
