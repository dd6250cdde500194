import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  tabTo,
  takeaway,
  typeInto,
} from '../book.ts';

/** Predict, and a model trains on the page; then repair it and see what that changed. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'A model goes abroad');
  const shift = experiment(page, 'One model, two countries');
  await expect(takeaway(shift)).toBeHidden();

  const predict = question(page, 'abroad-predict-accuracy');
  await typeInto(page, predict.getByLabel('Your prediction'), '80');
  // Training pauses while nobody looks: the reader goes on reading, down to the figure.
  await shift.scrollIntoViewIfNeeded();
  await expect(shift).toHaveAttribute('data-state', 'done');
  await expect(takeaway(shift)).toBeVisible();
  await expect(predict.getByRole('status').first()).toContainText('You said 80');
  await expect(shift.locator('[data-part="status"]')).toContainText('Trained on');

  await tabTo(page, shift.getByRole('combobox', { name: 'Repair' }));
  await page.keyboard.type('same');
  await expect(shift.locator('[data-part="status"]')).toContainText('Press Train');
  const train = shift.getByRole('button', { name: 'Train' });
  await tabTo(page, train);
  await page.keyboard.press('Enter');
  // One button runs and stops, so the focus is where the reader left it.
  await expect(shift.locator('[data-part="run"]')).toBeFocused();
  await expect(shift).toHaveAttribute('data-state', 'done');
  await expect(takeaway(shift)).toContainText('was');
}
