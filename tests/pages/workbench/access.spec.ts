/** Every part, awake, in both themes and on a phone: what any page of the book must pass. */
import { expectAccessible, expectReadable, openFolds, ownChecks } from '../access-checks.ts';
import { everyPart, expect, test } from './site.ts';

test('the workbench is accessible with every part awake, in both themes and at 320 px', async ({
  page,
}) => {
  const every = await everyPart(page);
  await every.getByRole('button', { name: 'Run again' }).click();
  await openFolds(page);
  for (const surface of await every.locator('[data-surface]').all()) {
    await surface.scrollIntoViewIfNeeded();
    await expect(surface.getByRole('status')).toHaveCount(1);
  }
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectReadable(page);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await ownChecks(page)).toEqual([]);
});
