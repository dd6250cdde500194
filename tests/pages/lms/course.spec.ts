/** An instructor writes a course down and takes it away as a cartridge. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from '../access-checks.ts';
import { WEB, expect, test } from '../book.ts';

test('a course is laid out, corrected and saved for both platforms', async ({ page }) => {
  await page.goto(WEB.at('course'));
  const list = page.getByLabel('The course, line by line');
  await page.getByLabel('Weeks').fill('4');
  await page.getByRole('button', { name: 'Lay the core out' }).click();
  await expect(list).toHaveValue(/# Week 4\n.+/);
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
