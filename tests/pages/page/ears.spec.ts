/** What only ears and fingers notice: where the focus is after a press, and what is said of it. */
import { FIRST, SECOND, TRAINING, WEB, expect, experiment, test } from '../book.ts';

test('undo and redo keep the focus when there is nothing left to take back', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, 'One machine, 100 comments a second');
  const [undo, redo] = ['Undo', 'Redo'].map((name) => bench.getByRole('button', { name }));
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await page.keyboard.press('Enter');
  for (const button of [undo!, redo!]) {
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toBeDisabled();
    await expect(button).toBeFocused();
    // Pressed once more it leads nowhere.
    await page.keyboard.press('Enter');
    await expect(button).toBeFocused();
  }
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toHaveValue('8');
});

test('who cannot see it hears that a model waits to be trained, and that a result is half of one', async ({
  page,
}) => {
  test.setTimeout(2 * TRAINING);
  await page.goto(WEB.at(SECOND, '?backend=cpu'));
  const shift = page.locator('.experiment').first();
  const live = shift.locator('[data-part="live"]');
  await shift.getByRole('button', { name: 'Show everything' }).click();
  await shift.locator('summary').filter({ hasText: 'More settings' }).click();
  await shift.locator('[name="matrix"]').selectOption('all');
  await expect(live).toHaveText(/^The settings have changed\. Press Train/);
  const run = shift.locator('[data-part="run"]');
  await run.click();
  await expect
    .poll(() =>
      shift.locator('[data-part="progress"]').evaluate((bar: HTMLProgressElement) => bar.value),
    )
    .toBeGreaterThan(0);
  await run.click();
  await expect(shift).toHaveAttribute('data-state', 'partial');
  await expect(live).toHaveText(/^Stopped early: this is a partial result/, { timeout: 10_000 });
});

test('an answer that cannot be read is said to be invalid until it is changed', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const question = page.getByRole('group', { name: /^Question 2\b/ });
  const field = question.getByRole('textbox');
  await field.fill('soon');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('er');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});
