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

/** Predict, ask for other pages, take it back, answer, come back. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'The tail');
  const jar = experiment(page, 'Translations and pages');
  const predict = question(page, 'tail-predict-page');
  await typeInto(page, predict.getByLabel('Your prediction'), '150');
  await expect(predict.getByRole('status').first()).toContainText('You said 150 ms');
  await expect(takeaway(jar)).toContainText('half of the pages of 20 calls take');

  await typeInto(page, jar.getByRole('spinbutton', { name: 'Calls of a page' }), '7');
  await expect(takeaway(jar)).toContainText('half of the pages of 7 calls take');
  await tabTo(page, jar.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(takeaway(jar)).toContainText('half of the pages of 20 calls take');

  const steps = question(page, 'tail-agent-steps');
  const answer = steps.getByLabel('Your answer');
  const hint = steps.getByRole('button', { name: /hint/i });
  await expect(hint).toBeHidden();
  await typeInto(page, answer, '12');
  await expect(steps.getByRole('status').first()).not.toBeEmpty();
  await expect(hint).toBeVisible();
  await typeInto(page, answer, '14');
  await expect(steps.getByRole('status').first()).toContainText('Right.');
  await expect(steps.getByText(/^Saved/)).toBeVisible();

  await page.reload();
  await expect(answer).toHaveValue('14');
}
