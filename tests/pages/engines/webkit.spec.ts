/** What only WebKitGTK is asked, in `npm run test:all`. */
import { test as plain } from '@playwright/test';
import { ALL } from '../../all.ts';
import { FIRST, LESSONS, expect } from '../book.ts';
import type { Browser } from './driver.ts';
import { inWebKitGTK } from './engines.ts';
import { expectWhole } from './walk.ts';
import { faultsOf, whileWatched, type Ways } from './watched.ts';

/** A test with a window of WebKitGTK and the addresses of lessons that are watched. */
function test(title: string, act: (browser: Browser, ways: Ways) => Promise<void>): void {
  if (!ALL) return;
  plain(title, () => whileWatched((ways) => inWebKitGTK((browser) => act(browser, ways))));
}

test('every lesson opens over http in WebKitGTK with all that is in it', async (browser, ways) => {
  for (const lesson of LESSONS) {
    await plain.step(lesson, async () => {
      await browser.open(ways['over http'](lesson));
      await expectWhole(browser, lesson);
    });
  }
});

test('sliders are drawn by the book in WebKitGTK, whose own knobs are white', async (browser, ways) => {
  await browser.open(ways['over http'](FIRST));
  const drawn = await browser.ask(() =>
    [...document.querySelectorAll('[type="range"]')].map((one) => getComputedStyle(one).appearance),
  );
  expect(new Set(drawn)).toEqual(new Set(['none']));
});

/** One fault of each kind; runs in the page. */
function goWrong(): void {
  setTimeout(() => {
    throw new Error('thrown');
  });
  void Promise.reject(new Error('left alone'));
  console.error('said');
  for (const src of ['absent.png', 'https://elsewhere.example/'])
    document.body.append(Object.assign(new Image(), { src }));
}

test('what goes wrong on a page in WebKitGTK is seen', async (browser, ways) => {
  await browser.open(ways['over http'](FIRST));
  await browser.ask(goWrong);
  for (const fault of [/thrown/, /left alone/, /said/, /absent/, /policy: img-src/])
    await expect.poll(async () => (await browser.ask(faultsOf)).join()).toMatch(fault);
});
