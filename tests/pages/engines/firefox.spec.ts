/** Firefox on the one file: a lesson is walked as its walk is written by hand, and, in `npm run test:all`, every lesson begins. */
import { test } from '@playwright/test';
import { ALL } from '../../all.ts';
import { FIRST, ONE_FILE, expect } from '../book.ts';
import { expectEveryLessonBegins } from '../editions.ts';
import { WALKS } from '../walks.ts';
import { inFirefox } from './engines.ts';

test(`${FIRST} is walked from the one file in Firefox`, async () => {
  const walk = WALKS.get(FIRST);
  expect(walk).toBeDefined();
  await inFirefox(async (page) => walk?.(page, ONE_FILE));
});

if (ALL) {
  test('every lesson of the one file opens in Firefox, and all that is in it begins', async () => {
    await inFirefox((page) => expectEveryLessonBegins(page, ONE_FILE));
  });
}
