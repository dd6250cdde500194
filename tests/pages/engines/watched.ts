/** Both editions, in pages that keep what goes wrong on them: not every browser tells what stands on its console. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookServer, listen } from '../../../scripts/serve.mjs';
import { FILE, WEB, oneFile } from '../book.ts';

/** Runs in the page before anything of the book: errors of scripts, what is not loaded, breaches of the policy, the console. */
function watch(): void {
  const faults: string[] = [];
  const note = (...words: readonly unknown[]): void =>
    void faults.push(words.map(String).join(' '));
  Object.assign(globalThis, { faults });
  const onError = (event: Event): void => {
    if (event instanceof ErrorEvent) note(event.message, event.filename);
    else note('not loaded:', (event.target as Element).outerHTML);
  };
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', ({ reason }) => {
    note('rejected:', reason);
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    note('against the policy:', violatedDirective, blockedURI, sample);
  });
  console.error = note;
}

/** What has gone wrong on a page since it was opened; runs in the page. */
export const faultsOf = (): readonly string[] =>
  (globalThis as { readonly faults?: readonly string[] }).faults ?? ['Nobody has watched.'];

/** A page with a watch in it. The policy holds for what comes after it, so it allows the book no more than before. */
const watched = (page: string): string =>
  page.replace('<head>', () => `<head><script>(${watch.toString()})()</script>`);

/** The address of a lesson in each edition. */
export type Ways = Readonly<Record<'over http' | 'from the one file', (lesson: string) => string>>;

/** Serves a copy of the book, and copies the one file, with a watch in every page; `act` is given the addresses of lessons. */
export async function whileWatched(act: (ways: Ways) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'book-watched-'));
  const server = bookServer(folder, '/book/');
  try {
    cpSync('dist', folder, { recursive: true });
    cpSync(FILE, join(folder, 'textbook.html'));
    for (const page of globSync(join(folder, '**/*.html')))
      writeFileSync(page, watched(readFileSync(page, 'utf8')));
    const home = `http://localhost:${await listen(server, 0)}/book/`;
    await act({
      'over http': (lesson) => home + WEB.at(lesson),
      'from the one file': oneFile(join(folder, 'textbook.html')).at,
    });
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
}
