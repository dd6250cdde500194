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
  // Half-way it is out of sight, and pauses there.
  await one.evaluate(async (element) => {
    element.querySelector<HTMLElement>('[data-part="run"]')?.click();
    while (element.querySelector('progress')?.value === 0)
      await new Promise((resolve) => setTimeout(resolve));
    // A control that has the focus would call the page back.
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await expect(one).toHaveAttribute('data-state', 'running');
  await expectAccessible(page);
  await expect(one).toHaveAttribute('data-state', 'running');
  await one.locator('[data-part="run"]').evaluate((run: HTMLElement) => {
    run.focus({ preventScroll: true });
    run.click();
  });
  await expect(one).toHaveAttribute('data-state', 'partial');
  await expect(one.locator('[data-part="run"]')).toBeFocused();
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
