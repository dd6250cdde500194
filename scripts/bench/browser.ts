/** What the page benches share: a browser and the two editions of the book. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { bookServer, listen } from '../serve.mjs';
import { findChromium } from '../setup.mjs';

/** A way to read the book: its name and the address of a lesson in it. */
export interface Edition {
  readonly name: string;
  readonly at: (lesson: string, query?: string) => string;
}

/** The book served and as one file, and a browser to read them with. */
export interface Reading {
  readonly browser: Browser;
  readonly editions: readonly Edition[];
  close(): Promise<void>;
}

/** Opens a browser on the built book; both editions must have been made. */
export async function openBook(): Promise<Reading> {
  const server = bookServer('dist', '/book/');
  const port = await listen(server, 4700);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
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
    close: async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
