/** What a lesson brings for a reader's own hands: the bits of a number, and keys that are timed. */
import { WEB, expect, test } from '../book.ts';

test('a weight changes with its bits, and keys are timed as they are typed', async ({ page }) => {
  await page.goto(WEB.at('small-enough-to-ship'));
  const weight = page.getByRole('group', { name: 'One weight and its 32 bits' });
  await weight.getByRole('button', { name: 'fraction, bit 23 of 23: 1' }).press('Enter');
  await expect(weight.getByRole('status')).toContainText('less than half a step');
  await weight.getByRole('button', { name: 'sign: 1' }).press('Enter');
  await expect(weight.getByRole('status')).toContainText('The weight is now 0.96');

  const typing = page.getByRole('group', { name: 'Type against a model' });
  await typing.getByRole('textbox').focus();
  await expect(page.locator('[data-hand="typing"]')).toHaveAttribute('data-awake');
  // Faster than any model, however busy the machine is.
  await typing.getByRole('textbox').evaluate((field: HTMLInputElement) => {
    for (const key of 'hello you') {
      field.value += key;
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
    }
  });
  await expect(typing.getByRole('status')).toContainText(/^9 keys, .*too late every time/);
});
