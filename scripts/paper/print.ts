/** Prints a document as PDF: tagged, with bookmarks, and with its own page numbers in its contents. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../setup.mjs';
import { mended, pagesOf, type About } from './mend.ts';
import { EVERYWHERE, fillContents, makeStill, type Wanted } from './still.ts';

export type Paper = 'A4' | 'Letter';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** Where the document stands for the browser: nothing is fetched from a network. */
const AT = 'http://paper.invalid/';
/** Widths in pixels: of the text area of an A4 page, and of a page of an e-book that can be read on a phone. */
const WIDTHS = { page: 658, screen: 380 };

/** A document shown as print shows it, and made still. */
export interface Shown {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens a document whose files lie in the built book, or are given by their paths. */
export async function shown(
  html: string,
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  wanted: Wanted,
): Promise<Shown> {
  const browser = await chromium.launch({ executablePath: findChromium() });
  const page = await browser.newPage({
    viewport: { width: WIDTHS[wanted.isBook ? 'page' : 'screen'], height: 960 },
  });
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    const own = files.get(pathname.slice(1));
    const path = join(folder, pathname);
    const contentType = TYPES[extname(pathname)] ?? 'application/octet-stream';
    if (own) return route.fulfill({ body: own, contentType });
    return existsSync(path)
      ? route.fulfill({ body: readFileSync(path), contentType })
      : route.abort();
  });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.goto(AT);
  await page.evaluate(makeStill, wanted);
  await page.evaluate(() => document.fonts.ready);
  return { page, close: () => browser.close() };
}

/** The words of the links that the page has, in the order of reading. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href]')].map((link) =>
      link.textContent.replace(/\s+/g, ' ').trim(),
    ),
  );

/** The names of table cells hang on how busy the browser was: the same document has the same. */
function steady(bytes: Buffer): Uint8Array {
  const text = bytes.toString('latin1');
  const names = [...new Set(text.match(/\(node\d{8}\)/g))].toSorted();
  const numbers = new Map(names.map((name, i) => [name, `(node${String(i).padStart(8, '0')})`]));
  return Buffer.from(
    text.replaceAll(/\(node\d{8}\)/g, (name) => numbers.get(name) ?? name),
    'latin1',
  );
}

/** The document as PDF, printed twice: the first print says which page each line of the contents leads to. */
export async function pdfOf(
  page: Page,
  paper: Paper,
  about: About,
  title: string,
): Promise<Uint8Array> {
  const size = `@page{size:${paper}}`;
  await page.addStyleTag({ content: size });
  const print = (): Promise<Buffer> =>
    page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  const fill = (numbers: ReadonlyMap<string, number>): Promise<void> =>
    page.evaluate(fillContents, {
      title,
      numbers: Object.fromEntries(numbers),
      everywhere: EVERYWHERE,
    });
  await fill(new Map());
  await fill(await pagesOf(await print()));
  return mended(steady(await print()), await linksOf(page), about);
}
