/** What commands make in an edition's working copy: nothing that is put there. */
const MADE =
  /^(?:node_modules|\.cache|\.astro|dist[\w-]*|test-results|widgets\/run\/(?:lab\/learners|sim\/runs)\.ts)(?:\/|$)/;

export const isMade = (path: string): boolean => MADE.test(path.replaceAll('\\', '/'));
