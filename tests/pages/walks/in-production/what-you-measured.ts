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

/** See the book's runs; make one guess, and find it in the report as the largest surprise; answer, and find what is still open. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'What you measured');
  const report = page.locator('measured-report:visible');
  await expect(report).toContainText('so what stands here are the book’s own runs');
  await expect(report.locator('.measured-book')).toContainText('The book’s run');

  const predict = question(page, 'measured-predict-ten');
  await typeInto(page, predict.getByLabel('Your prediction'), '22');
  await expect(predict.getByRole('status').first()).toContainText('How likely is it that all ten');
  const jar = experiment(page, 'A page on a busy machine');
  await expect(takeaway(jar)).toContainText('half of the pages of 10 calls take');

  // 22 ms guessed, some 65 to 75 found, on a line of 300.
  await expect(report).toContainText('predictions you have made 1 and seen what the run gave');
  const first = report.locator('tbody tr').filter({ hasText: '22 ms' });
  await expect(first).toContainText(/1[4-8]\s%/);
  await expect(report.getByRole('heading', { name: 'Never tried' })).toBeVisible();
  await expect(report).toContainText('You guessed 1 number: 1 too low and 0 too high');
  const numbers = page.locator('.prose:visible yours-number[data-id="measured-ten"][data-own]');
  await expect(numbers.first()).toBeVisible();

  const held = question(page, 'measured-held-back');
  await typeInto(page, held.getByLabel('Your answer'), '90');
  await expect(held.getByRole('status').first()).toContainText('How many clean ones');
  await typeInto(page, held.getByLabel('Your answer'), '4.3');
  await expect(held.getByRole('status').first()).toContainText('Right.');

  const calls = question(page, 'measured-calls');
  await tabTo(page, calls.getByRole('button', { name: 'Set the experiment to the start' }));
  await page.keyboard.press('Enter');
  await expect(takeaway(jar)).toContainText('half of the pages of 30 calls take');
}
