/** What the page tests share: the book's two editions, and a watch over everything that must never happen on a page. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, firefox, test as base, expect, type Locator, type Page } from '@playwright/test';
import { lessonsIn } from '../../scripts/book/lessons.mjs';
import { ALL } from '../all.ts';

export { expect, type Locator, type Page };

export const FIRST = 'latency-and-throughput';
/** Has an experiment whose figure is edited, and a question that is answered by one number. */
export const TAIL = 'the-tail';
/** Trains. */
export const SECOND = 'a-model-goes-abroad';

/** What the test under way asks for, in whatever window of whatever browser. */
let asks = new Set<string>();

/** A way to read the book. */
export interface Edition {
  readonly name: string;
  /** The address of a page: '' is the front page, else a lesson's name; `query` begins with `?`. */
  readonly at: (page: string, query?: string) => string;
}
/** The pages that are neither the front page nor a lesson, by their names in the one file. */
const OTHERS: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('dist/**/index.html')
    .map((file) => file.replaceAll('\\', '/').split('/').slice(1, -1))
    .filter(([first]) => first !== undefined && first !== 'lessons')
    .map((path) => [path.at(-1), path.join('/')]),
);
export const WEB: Edition = {
  name: 'over http',
  at: (page, query = '') => `${page === '' ? '' : `${OTHERS[page] ?? `lessons/${page}`}/`}${query}`,
};
/** The one file itself, or a copy of it. */
export const FILE = resolve('dist-offline/textbook.html');
export const oneFile = (file: string): Edition => ({
  name: 'from the one file',
  at: (page, query = '') => {
    // Firefox does not tell of a file that it opens.
    asks.add(relative('.', FILE));
    return `${pathToFileURL(file).href}${query}#/${page === '' ? 'front' : page}`;
  },
});
export const ONE_FILE = oneFile(FILE);
/** Every lesson of the built book, in its order: nothing here is a list that somebody could forget to add to. */
export const LESSONS = lessonsIn('dist');
/** The pages of practice among them: they have questions, and as a rule no experiment. */
export const PRACTICE = LESSONS.filter((name) => name.startsWith('practise-'));
/** On which mechanism is tested: one lesson simulates, one trains, one has a figure that is edited. */
export const FEW: readonly string[] = ALL ? LESSONS : [FIRST, SECOND, TAIL];
/** Every page there is, the front page as ''. */
export const PAGES = ['', ...LESSONS, ...Object.keys(OTHERS)];

interface Options {
  /** Messages on the console that a test brings about itself. */
  expectedFaults: RegExp | undefined;
}

/** Faults of a page: errors on the console (a breach of the policy is one), in scripts, and requests to anyone else. */
export function watchOver(page: Page, expected?: RegExp): string[] {
  const faults: string[] = [];
  const note = (text: string): void => {
    if (!expected?.test(text)) faults.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  page.on('pageerror', (error) => {
    note(error.message);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol)) return;
    if (url.protocol === 'file:' && url.pathname.endsWith('/textbook.html')) return;
    if (url.hostname !== 'localhost') note(`asked for ${request.url().slice(0, 120)}`);
  });
  return faults;
}

/** Tests that have passed with all that they hang on as it is now: scripts/kept/ says which. */
const KEPT = new Set(
  process.env['KEPT_PAGES'] === undefined
    ? []
    : (JSON.parse(readFileSync(process.env['KEPT_PAGES'], 'utf8')) as readonly string[]),
);

/** The file that a request is answered with, from the root; nothing for what is in no file. What lies elsewhere is a copy. */
function fileOf(address: string): readonly string[] {
  const { protocol, pathname } = new URL(address);
  if (protocol === 'file:') return [relative('.', FILE)];
  const file = pathname.replace(/^\/book\//, 'dist/').replace(/\/$/, '/index.html');
  return protocol === 'http:' ? [file] : [];
}

for (const engine of [chromium, firefox]) {
  const launch = engine.launch.bind(engine);
  engine.launch = async (options) => {
    const browser = await launch(options);
    return browser.on('context', (context) => {
      context.on('request', (request) => {
        for (const one of fileOf(request.url())) asks.add(one);
      });
    });
  };
}

/** Every test ends with a page that has done nothing it must not do; what its pages ask for is noted. */
export const test = base.extend<
  Options & { kept: undefined; noted: undefined; watched: undefined }
>({
  expectedFaults: [undefined, { option: true }],
  kept: [
    // Playwright reads what a fixture asks for off its first argument.
    async ({}, use, info) => {
      info.skip(KEPT.has(`${relative('.', info.file)} › ${info.title}`), 'kept');
      await use(undefined);
    },
    { auto: true },
  ],
  noted: [
    async ({ kept: _ }, use, info) => {
      asks = new Set();
      await use(undefined);
      info.annotations.push({ type: 'asks', description: [...asks].join(' ') });
    },
    { auto: true },
  ],
  watched: [
    async ({ kept: _, page, expectedFaults }, use) => {
      const faults = watchOver(page, expectedFaults);
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** An experiment of the book by its title. */
export function experiment(page: Page, title: string): Locator {
  return page.getByRole('group', { name: title, exact: true });
}

/** A question of the book by its permanent id. */
export function question(page: Page, id: string): Locator {
  return page.locator(`#question-${id}`);
}

/** The sentence below an experiment's figure. */
export function takeaway(of: Locator): Locator {
  return of.locator('[data-part="takeaway"]');
}

/** Goes to a control with the Tab key alone, as a reader without a pointer does; fails when it cannot be reached. */
export async function tabTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  const wanted = await control.elementHandle();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await page.evaluate((element) => document.activeElement === element, wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not reach ${control.toString()}.`);
}

/** Types a number into a control reached by keyboard, and leaves with Enter. */
export async function typeInto(page: Page, control: Locator, text: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** From the front page into a lesson by its link, by keyboard. */
export async function enter(page: Page, edition: Edition, title: string): Promise<void> {
  await page.goto(edition.at(''));
  await tabTo(page, page.getByRole('heading', { name: title }).getByRole('link'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Puts another program in the place of a worker, and its hash into the code that opens it: a page takes no other. */
export async function exchangeWorker(
  page: Page,
  name: 'lab',
  change: (script: string) => string,
): Promise<void> {
  const script = readFileSync(`dist/workers/${name}.js`, 'utf8');
  const body = change(script);
  const hash = (text: string): string =>
    createHash('sha256').update(text).digest('hex').slice(0, 16);
  await page.route(`**/workers/${name}.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  await page.route('**/_astro/*.js', async (route) => {
    // A page that is closed meanwhile takes its answers with it.
    const response = await route.fetch().catch(() => undefined);
    const code = await response?.text().catch(() => undefined);
    if (!response || code === undefined) return;
    await route.fulfill({ response, body: code.replaceAll(hash(script), hash(body)) });
  });
}
