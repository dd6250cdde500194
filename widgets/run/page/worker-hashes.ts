/**
 * What the files of `workers/` must be: the first digits of SHA-256 in hexadecimal, by name in the book. The build puts the table of what it
 * has bundled in the place of this file (`scripts/workers.mjs`), so a page knows its workers. There is none under
 * `astro dev`, where they change under the author's hands, and in tests.
 */
export const WORKER_HASHES: Readonly<Record<string, string>> | undefined = undefined;
