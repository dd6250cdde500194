/** The built book in a browser, for the attacks: what experiments there are, and pages that are watched while they are attacked. */
import type { BrowserContext, Locator, Page } from 'playwright';
import { lessonsIn } from '../../book/lessons.mjs';
import { loadWidget } from '../../../widgets/index.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { openBook, type Reading } from '../../bench/browser.ts';

/** An experiment as the built page shows it. */
export interface Found {
  readonly lesson: string;
  readonly id: string;
  readonly widget: AnyWidget;
  /** It trains: it has a menu of back ends. */
  readonly learns: boolean;
}

/** A page under attack, and what went wrong on it: errors on the console and in scripts, requests to anybody else. */
export interface Watched {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** The book, its lessons and its experiments. */
export interface Ground {
  readonly reading: Reading;
  readonly lessons: readonly string[];
  readonly experiments: readonly Found[];
  /** The address of a lesson over http; `query` begins with `?`. */
  readonly at: (lesson: string, query?: string) => string;
}

/** Opens the built book; both editions must have been made. */
export async function openGround(): Promise<Ground> {
  const reading = await openBook();
  const lessons = lessonsIn('dist');
  const [web] = reading.editions;
  if (!web) throw new Error('There is no edition to attack.');
  const experiments: Found[] = [];
  const page = await reading.browser.newPage({ javaScriptEnabled: false });
  for (const lesson of lessons) {
    await page.goto(web.at(lesson));
    const here = await page.locator('.experiment').evaluateAll((all) =>
      all.map((one) => ({
        id: one.id,
        tag: one.localName,
        learns: one.querySelector('[name="backend"]') !== null,
      })),
    );
    for (const { tag, ...one } of here) {
      experiments.push({ lesson, ...one, widget: await loadWidget(tag) });
    }
  }
  await page.close();
  if (experiments.length === 0) throw new Error('The book has no experiment.');
  return { reading, lessons, experiments, at: web.at };
}

/** A new page of a context, watched; messages that match `expected` are what the attack brings about itself. */
export async function watchedPage(context: BrowserContext, expected?: RegExp): Promise<Watched> {
  const page = await context.newPage();
  const errors: string[] = [];
  const note = (text: string): void => {
    if (!expected?.test(text)) errors.push(text.slice(0, 300));
  };
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('pageerror', (error) => note(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:data|blob|file):$/.test(protocol) || hostname === 'localhost') return;
    note(`asked for ${request.url().slice(0, 120)}`);
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  return { page, errors };
}

/** Opens an experiment: no prediction holds anything back, and its form is in sight. */
export async function openExperiment(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address, { waitUntil: 'load' });
  const element = page.locator(`#${id}`);
  await element.evaluate((one: HTMLElement) => delete one.dataset['veil']);
  await element.locator('[data-part="form"]').scrollIntoViewIfNeeded();
  return element;
}

/** Long enough for a small network on a core that does other things too, in milliseconds. */
const LONG = 120_000;

/** Waits until nothing runs in an experiment, its curve included; resolves with its state. */
export async function atRest(element: Locator): Promise<string> {
  return element.evaluate(async (one: HTMLElement, long) => {
    const isBusy = (): boolean =>
      one.dataset['state'] === 'running' ||
      one.querySelector<HTMLElement>('[data-part="spread"]:not([hidden])')?.dataset['state'] ===
        'running';
    const start = performance.now();
    let quiet = 0;
    while (quiet < 4) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      quiet = isBusy() ? 0 : quiet + 1;
      if (performance.now() - start > long)
        throw new Error('It has not come to rest in two minutes.');
    }
    return one.dataset['state'] ?? 'idle';
  }, LONG);
}

/** Presses the button that runs and waits for the end; resolves with the state. */
export async function runOnce(element: Locator): Promise<string> {
  await element.locator('[data-part="run"]').evaluate((button: HTMLElement) => button.click());
  // An experiment that sleeps must first fetch its code.
  await element.evaluate(async (one: HTMLElement, long) => {
    const start = performance.now();
    while (one.dataset['state'] === undefined && performance.now() - start < long) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, LONG / 4);
  return atRest(element);
}
