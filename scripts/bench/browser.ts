/** What the benches of pages share: a browser, and the book to open in it. */
import { chromium, type Browser } from 'playwright';
import { BROWSER_ARGS, served, type Served } from '../book/opened.ts';
import { findChromium } from '../setup.mjs';
import { closesAtTheEnd } from './closing.ts';

/** The book served, and a browser to read it with. */
export interface Reading extends Pick<Served, 'at' | 'home'> {
  readonly browser: Browser;
}

/** A browser that is closed at the end, and not by itself on Ctrl-C: the figures so far are to be said first. */
export async function launched(...args: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [...BROWSER_ARGS, ...args],
  });
  closesAtTheEnd(() => browser.close());
  return browser;
}

let reading: Promise<Reading> | undefined;

/** A browser on the built book, one for all who ask. */
export function openBook(): Promise<Reading> {
  return (reading ??= opened());
}

async function opened(): Promise<Reading> {
  const { at, home, close } = await served(4700);
  closesAtTheEnd(() => {
    reading = undefined;
    close();
  });
  return { browser: await launched(), at, home };
}
