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

/** Predict, fill the jar with numbers of one's own, ask for pages, answer, come back. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'The tail');
  const jar = experiment(page, 'Translations and pages');
  const predict = question(page, 'tail-predict-page');
  await typeInto(page, predict.getByLabel('Your prediction'), '150');
  await expect(predict.getByRole('status').first()).toContainText('You said 150 ms');
  await expect(takeaway(jar)).toContainText('half of the pages of 20 calls take');

  await tabTo(page, jar.getByRole('combobox', { name: 'Latencies from' }));
  await page.keyboard.press('Home');
  const own = jar.getByRole('textbox', { name: 'Your own' });
  await typeInto(page, own, '100,102,100,100,99,104,110,90,3000,95');
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');
  await typeInto(page, own, '100,102,100,100,99,104,110,90,300,95');
  await expect(takeaway(jar)).toContainText('The mean is 120 ms');
  await tabTo(page, jar.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');

  await typeInto(page, jar.getByRole('spinbutton', { name: 'Calls of a page' }), '7');
  await expect(takeaway(jar)).toContainText('half of the pages of 7 calls take 3,000 ms');

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
