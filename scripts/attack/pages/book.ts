/** The built book in a browser, for the attacks: what experiments there are, and pages that are watched while they are attacked. */
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright';
import { lessonsIn } from '../../book/lessons.mjs';
import { BROWSER_ARGS, experimentsOn, served, type Seen, type Served } from '../../book/opened.ts';
import { loadWidget, tags } from '../../../widgets/index.ts';
import { elementName } from '../../../widgets/kit/contract/element-name.ts';
import { answersAtOnce, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { findChromium } from '../../setup.mjs';

/** An experiment as the built page shows it. */
export interface Found extends Seen {
  readonly lesson: string;
  readonly widget: AnyWidget;
  /** It runs when it is asked to, and not whenever a setting changes. */
  readonly waits: boolean;
}

/** A page under attack, and what went wrong on it: errors on the console and in scripts, requests to anybody else. */
export interface Watched {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** The book, its lessons and its experiments. */
export interface Ground extends Omit<Served, 'close'> {
  readonly browser: Browser;
  readonly lessons: readonly string[];
  readonly experiments: readonly Found[];
  readonly close: () => Promise<void>;
}

/** Opens the built book, served, in a browser that keeps pages it has left, as readers' browsers do. */
export async function openGround(): Promise<Ground> {
  const { close: closeServer, ...book } = await served(4800);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: BROWSER_ARGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const lessons = lessonsIn('dist');
  const close = async (): Promise<void> => {
    await browser.close();
    closeServer();
  };
  const experiments: Found[] = [];
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const lesson of lessons) {
    await page.goto(book.at(lesson));
    for (const one of await experimentsOn(page)) {
      const tag = tags.find((known) => elementName(known) === one.element) ?? one.element;
      const widget = await loadWidget(tag);
      experiments.push({ lesson, ...one, waits: !answersAtOnce(widget), widget });
    }
  }
  await page.close();
  if (experiments.length === 0) throw new Error('The book has no experiment.');
  return { ...book, browser, lessons, experiments, close };
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

/** Waits until an experiment has come to rest that may still be asleep: its code must be fetched first. */
export async function firstRest(element: Locator): Promise<string> {
  await element.evaluate(async (one: HTMLElement, long) => {
    const start = performance.now();
    while (one.dataset['state'] === undefined && performance.now() - start < long) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, LONG / 4);
  return atRest(element);
}

/** Presses the button that runs, or changes a field where there is none, and waits for the end; resolves with the state. */
export async function runOnce(element: Locator): Promise<string> {
  await element.evaluate(async (one: HTMLElement, long) => {
    const button = one.querySelector<HTMLElement>('[data-part="run"]');
    if (!button?.closest('[hidden]')) {
      button?.click();
      return;
    }
    const field = one.querySelector('[data-part="form"] [name]');
    const change = (): unknown => field?.dispatchEvent(new Event('change', { bubbles: true }));
    const start = performance.now();
    // The first changes may come before the code does.
    do {
      change();
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (one.dataset['state'] === undefined && performance.now() - start < long);
  }, LONG / 4);
  return firstRest(element);
}
