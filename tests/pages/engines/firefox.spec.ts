/** Firefox on the one file: a lesson that simulates is walked, and, in `npm run test:all`, one that trains; every lesson begins. */
import { test } from '@playwright/test';
// Firefox ESR speaks the protocol of this earlier release; the newest asks it for what it does not know.
import { firefox } from 'firefox-playwright';
import { ALL } from '../../all.ts';
import { type Page, FIRST, ONE_FILE, SECOND, expect, watchOver } from '../book.ts';
import { expectEveryLessonBegins } from '../editions.ts';
import { WALKS } from '../walks.ts';
import { programOf } from './engine.ts';

/** Does something with a page of Firefox, which must do nothing meanwhile that no page may do. */
async function inFirefox(act: (page: Page) => Promise<void>): Promise<void> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: programOf('FIREFOX'),
    // As a reader's Firefox has it; the test protocol relaxes it.
    firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true },
  });
  try {
    const page = (await browser.newPage()) as unknown as Page;
    // Its own would be half a minute.
    page.setDefaultTimeout(0);
    const faults = watchOver(page);
    await act(page);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
}

for (const lesson of ALL ? [FIRST, SECOND] : [FIRST]) {
  test(`${lesson} is walked from the one file in Firefox`, async () => {
    const walk = WALKS.get(lesson);
    expect(walk).toBeDefined();
    await inFirefox(async (page) => walk?.(page, ONE_FILE));
  });
}

if (ALL) {
  test('every lesson of the one file opens in Firefox, and all that is in it begins', async () => {
    await inFirefox((page) => expectEveryLessonBegins(page, ONE_FILE));
  });
}
