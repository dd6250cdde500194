/** A program to change: copied with its settings, predicted, and answered by what was pasted. */
import { expect, question, test } from '../book.ts';

test('a program is copied, its change predicted, and what it printed is compared and kept', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('lessons/practise-in-production/');
  const asked = question(page, 'stale-own-patience');
  await asked.getByRole('button', { name: 'Copy the program' }).click();
  await expect(asked.getByRole('button', { name: 'Save as .py' })).toBeVisible();
  const program = await page.evaluate(() => navigator.clipboard.readText());
  expect(program).toContain("    'atOnce': 3,");
  expect(program).toContain((await asked.locator('del').textContent()) ?? '-');
  const said = asked.locator('[data-part="verdict"]');
  await asked.getByLabel(/^Your prediction, before you run it/).fill('3');
  await asked.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(said).toContainText('Now change the line');
  const printed = 'refusedShare = 0.0862865148\np99 = 3.35002724\np99Before = 0.488072398\n';
  await asked.getByLabel('What the changed program printed').fill(printed);
  await asked.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(said).toContainText('You predicted 3 %, and it is 8.629 %');
  await expect(asked).toHaveAttribute('data-verdict', 'right');
  await page.reload();
  await expect(said).toContainText('You predicted 3 %');
  await expect(asked.getByLabel('What the changed program printed')).toHaveValue(printed.trim());
});
