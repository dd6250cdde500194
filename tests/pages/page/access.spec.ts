/** Accessibility while something is under way, and that the checks of our own see anything at all. */
import { expectAccessible, ownChecks } from '../access-checks.ts';
import { SECOND, WEB, expect, test } from '../book.ts';

test('a lesson is accessible while a model trains, and with its training stopped half-way', async ({
  page,
}) => {
  await page.goto(WEB.at(SECOND));
  const one = page.locator('.experiment').first();
  await one.getByRole('button', { name: 'Show everything' }).click();
  await one.locator('summary').filter({ hasText: 'More settings' }).click();
  // All three models: long enough to have a half-way.
  await one.locator('[name="matrix"]').selectOption('all');
  const run = one.locator('[data-part="run"]');
  await run.click();
  await expect(one).toHaveAttribute('data-state', 'running');
  // Where there is a graph to see, the rules on it are those of a running experiment.
  await expectAccessible(page);
  await expect(one).toHaveAttribute('data-state', /running|done/);
  await run.click();
  await expect(run).toBeFocused();
  await expectAccessible(page);
});

test('the checks of our own see what they should', async ({ page }) => {
  await page.goto(WEB.at('about'));
  await page.evaluate(() => {
    const bad = document.createElement('button');
    bad.className = 'bad';
    bad.append(document.createElement('i'));
    document.querySelector('main')?.append(bad);
    const wide = document.createElement('pre');
    wide.textContent = 'x'.repeat(400);
    document.querySelector('main')?.append(wide);
  });
  const faults = (await ownChecks(page)).join('\n');
  expect(faults).toMatch(/no name/);
  expect(faults).toMatch(/wider than its window/);
});
