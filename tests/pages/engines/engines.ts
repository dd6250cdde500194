/** The three engines, each with a window that has kept nothing. */
import { chromium, test } from '@playwright/test';
// Firefox ESR speaks the protocol of this earlier release; the newest asks it for what it does not know.
import { firefox } from 'firefox-playwright';
import { type Page, expect, watchOver } from '../book.ts';
import { inWebKit, type Browser } from './driver.ts';
import { programOf } from './engine.ts';

interface Launched {
  readonly newPage: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Does something with a page, which must do nothing meanwhile that no page may do. */
async function inPage(browser: Launched, act: (page: Page) => Promise<void>): Promise<void> {
  try {
    const page = (await browser.newPage()) as Page;
    // Its own would be half a minute.
    page.setDefaultTimeout(0);
    const faults = watchOver(page);
    await act(page);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
}

/** As a reader's Firefox has it: the test protocol relaxes what a file may ask for. */
export const inFirefox = async (act: (page: Page) => Promise<void>): Promise<void> =>
  inPage(
    await firefox.launch({
      channel: 'moz-firefox',
      executablePath: programOf('FIREFOX'),
      firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true },
    }),
    act,
  );

const inChromium = async (act: (page: Page) => Promise<void>): Promise<void> =>
  inPage(await chromium.launch(test.info().project.use.launchOptions), act);

/** A page of Playwright's as a walk knows a browser. */
const browserOf = (page: Page): Browser => ({
  open: async (address) => void (await page.goto(address)),
  reload: async () => void (await page.reload()),
  ask: async <Answer>(what: { readonly toString: () => string }, ...given: readonly unknown[]) =>
    page.evaluate<Answer>(`(${what.toString()})(...${JSON.stringify(given)})`),
  press: async (keys) => {
    for (const key of keys) await page.keyboard.press(key);
  },
  drag: async ([first, ...others]) => {
    if (first) await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    for (const { x, y } of others) await page.mouse.move(x, y);
    await page.mouse.up();
  },
  resize: async (width, height) => page.setViewportSize({ width, height }),
});

type Act = (browser: Browser) => Promise<void>;
export const inWebKitGTK = async (act: Act): Promise<void> => inWebKit(programOf('WEBKIT'), act);

/** By its name, how an engine is begun and ended around something that is done in it. */
export const ENGINES: Readonly<Record<string, (act: Act) => Promise<void>>> = {
  Chromium: async (act) => inChromium(async (page) => act(browserOf(page))),
  Firefox: async (act) => inFirefox(async (page) => act(browserOf(page))),
  WebKitGTK: inWebKitGTK,
};
