import { test as plain } from '@playwright/test';
// Firefox ESR speaks the protocol of this earlier release; the newest asks it for what it does not know.
import { firefox } from 'firefox-playwright';
import { type Page, ONE_FILE, expect, watchOver } from './book.ts';
import { WALKS } from './walks.ts';

const executablePath = process.env['FIREFOX_PATH'] ?? '';

for (const [lesson, walk] of WALKS) {
  plain(`${lesson} can be walked from the one file in Firefox`, async () => {
    plain.skip(executablePath === '', process.env['FIREFOX_MISSING'] ?? 'FIREFOX_PATH is not set');
    plain.setTimeout(120_000);
    const browser = await firefox.launch({
      channel: 'moz-firefox',
      executablePath,
      // As a reader's Firefox has it; the test protocol relaxes it.
      firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true },
    });
    try {
      const page = (await browser.newPage()) as unknown as Page;
      const faults = watchOver(page);
      await walk(page, ONE_FILE);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
