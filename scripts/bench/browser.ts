/** What the page benches share: a browser and the two editions of the book. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { bookServer, listen } from '../serve.mjs';
import { findChromium } from '../setup.mjs';
import { closeAll, closesAtTheEnd } from './closing.ts';

/** A way to read the book: its name and the address of a lesson in it. */
export interface Edition {
  readonly name: string;
  readonly at: (lesson: string, query?: string) => string;
}

/** The book served and as one file, and a browser to read them with. */
export interface Reading {
  readonly browser: Browser;
  readonly editions: readonly Edition[];
  /** Closes browser and server; the end of the bench does it too. */
  close(): Promise<void>;
}

/** A browser that is closed at the end, and not by itself on Ctrl-C: the figures so far are to be said first. */
export async function launched(...args: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    handleSIGINT: false,
    handleSIGTERM: false,
    args: ['--no-sandbox', ...args],
  });
  closesAtTheEnd(() => browser.close());
  return browser;
}

/** Opens a browser on the built book; both editions must have been made. */
export async function openBook(): Promise<Reading> {
  const server = bookServer('dist', '/book/');
  const port = await listen(server, 4700);
  closesAtTheEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  const browser = await launched('--disable-background-networking', '--disable-component-update');
  const file = pathToFileURL(resolve('dist-offline/textbook.html')).href;
  return {
    browser,
    editions: [
      {
        name: 'over http',
        at: (lesson, query = '') => `http://localhost:${port}/book/lessons/${lesson}/${query}`,
      },
      { name: 'from the one file', at: (lesson, query = '') => `${file}${query}#/${lesson}` },
    ],
    close: closeAll,
  };
}
