/** What the page benches share: a browser and the two editions of the book. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { bookServer, listen } from '../serve.mjs';
import { findChromium } from '../setup.mjs';
import { closesAtTheEnd } from './closing.ts';

/** A way to read the book: its name and the address of a lesson in it. */
export interface Edition {
  readonly name: string;
  readonly at: (lesson: string, query?: string) => string;
}

/** The book served and as one file, and a browser to read them with. */
export interface Reading {
  readonly browser: Browser;
  readonly editions: readonly Edition[];
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

let reading: Promise<Reading> | undefined;

/** A browser on the built book, one for all who ask; both editions must have been made. */
export function openBook(): Promise<Reading> {
  return (reading ??= opened());
}

async function opened(): Promise<Reading> {
  const server = bookServer('dist', '/book/');
  const port = await listen(server, 4700);
  closesAtTheEnd(() => {
    reading = undefined;
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
  };
}

/** An experiment as the built page shows it. */
export interface Found {
  readonly lesson: string;
  readonly id: string;
  /** It trains: it has a menu of back ends. */
  readonly learns: boolean;
  /** It stands in the text, without buttons. */
  readonly isInline: boolean;
}

/** The experiments of a lesson. */
export async function experimentsIn(
  { browser, editions }: Reading,
  lesson: string,
): Promise<readonly Found[]> {
  const page = await browser.newPage();
  await page.goto(editions[0]?.at(lesson) ?? '');
  const found = await page.locator('.experiment').evaluateAll((all) =>
    all.map((one) => ({
      id: one.id,
      learns: one.querySelector('[name="backend"]') !== null,
      isInline: one.hasAttribute('data-inline'),
    })),
  );
  await page.close();
  if (found.length === 0) throw new Error(`${lesson} has no experiment.`);
  return found.map((one) => ({ lesson, ...one }));
}
