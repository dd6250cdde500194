/** An instructor writes a course down and takes it away as a cartridge. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { fragmentOf, type ComposedSet } from '../../../src/tasks/sets/pure/composed/link.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import { expectAccessible } from '../access-checks.ts';
import { WEB, expect, test } from '../book.ts';

const PAST: ComposedSet = {
  ...{ release: EDITION, number: 7, revision: 1, title: 'Queues', note: '', items: [] },
  ...{ due: '2001-01-01T12:00:00+00:00', hints: 'free', solutions: 'never' },
};

test('a course is laid out, corrected and saved for both platforms', async ({ page }) => {
  await page.goto(WEB.at('course'));
  const list = page.getByLabel('The course, line by line');
  await page.getByLabel('Weeks').fill('4');
  await page.getByRole('button', { name: 'Lay the core out' }).click();
  await expect(list).toHaveValue(/# Week 4\n.+/);
  // What was there before is not lost.
  await list.fill('# Mine\nTwo districts\n');
  await page.getByRole('button', { name: 'Lay the core out' }).click();
  await page.getByRole('button', { name: 'Back to the one before' }).click();
  await expect(list).toHaveValue('# Mine\nTwo districts\n');
  await list.fill(`${page.url().replace('teachers/course', 'set')}#${fragmentOf(PAST)}`);
  await expect(page.getByText('“Queues” was due before now')).toBeVisible();
  await list.fill('# First\nTwo districts\nno lesson of this book\n');
  await expect(page.getByText('Line 3: “no lesson of this book” is no lesson')).toBeVisible();
  const saved = page.getByText('is saved where your browser saves files');
  await page.getByRole('button', { name: 'Save for Moodle' }).click();
  await expect(saved).toBeHidden();
  await expectAccessible(page);
  await list.fill('# First\nTwo districts\n');
  // What was typed is there another day.
  await page.reload();
  await expect(list).toHaveValue('# First\nTwo districts\n');
  for (const name of ['Moodle', 'Canvas']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save for ${name}` }).click();
    await expect(saved).toBeVisible();
    const files = unzipSync(readFileSync(await (await download).path()));
    const link = strFromU8(files['links/r1-1.xml'] ?? new Uint8Array());
    expect(link).toMatch(/<url href="http:[^"#]+\/lessons\/two-districts\/"/);
  }
});
