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
} from '../../book.ts';

/** Predict, and a filter trains on the page; move its threshold and nothing trains; choose a remedy and it does. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, '99.9 % right');
  const filter = experiment(page, 'A spam filter and its alarms');
  await expect(filter.getByText('Of 1,000 messages 999 are judged right').first()).toBeVisible();
  await expect(filter.getByText('Of 100 spam', { exact: true }).first()).toBeHidden();
  await expect(takeaway(filter)).toBeHidden();

  const predict = question(page, 'sms-predict-caught');
  await typeInto(page, predict.getByLabel('Your prediction'), '99');
  await filter.scrollIntoViewIfNeeded();
  await expect(filter).toHaveAttribute('data-state', 'done');
  await expect(takeaway(filter)).toContainText('catches 44');
  await expect(predict.getByRole('status').first()).toContainText('You said 99');
  const status = filter.locator('[data-part="status"]');
  await expect(status).toContainText('Trained on');

  // The threshold waits for the prediction about alarms; it, too, is another use of the same model.
  const precision = question(page, 'sms-predict-precision');
  await typeInto(page, precision.getByLabel('Your prediction'), '50');
  await expect(precision.getByRole('status').first()).toContainText('You said 50');
  await expect(takeaway(filter)).toContainText('of 100 alarms 38 are real');

  // Another threshold is another use of the same model: it answers at once.
  await typeInto(page, filter.getByRole('spinbutton', { name: 'Threshold' }), '0.04');
  await expect(takeaway(filter)).toContainText('Before: 93 caught');
  await expect(filter).toHaveAttribute('data-state', 'done');
  await expect(status).toContainText('Trained on');

  await tabTo(page, filter.getByRole('combobox', { name: 'Remedy in training' }));
  await page.keyboard.type('class');
  await expect(status).toContainText('Press Train');
  const train = filter.getByRole('button', { name: 'Train' });
  await tabTo(page, train);
  await page.keyboard.press('Enter');
  await expect(filter.locator('[data-part="run"]')).toBeFocused();
  await expect(filter).toHaveAttribute('data-state', 'done');
  await expect(takeaway(filter)).toContainText('Before:');

  const fraud = question(page, 'sms-fraud-alarms');
  const answer = fraud.getByLabel('Your answer');
  await typeInto(page, answer, '90');
  await expect(fraud.getByRole('status').first()).toContainText('runs the other way');
  await typeInto(page, answer, '8.3');
  await expect(fraud.getByRole('status').first()).toContainText('Right.');
}
