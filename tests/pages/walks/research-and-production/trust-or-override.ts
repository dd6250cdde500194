import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  takeaway,
  typeInto,
} from '../../book.ts';

/** Predict what the filter does with newsletters, delete its heaviest word, decide twenty mails, and work out what a pair is worth. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Trust or override');
  const filter = experiment(page, 'A filter and the mail it has never met');
  await typeInto(
    page,
    question(page, 'trust-predict-newsletters').getByLabel('Your prediction'),
    '25',
  );
  await expect(
    question(page, 'trust-predict-newsletters').getByRole('status').first(),
  ).toContainText('You said 25');
  await filter.scrollIntoViewIfNeeded();
  await expect(takeaway(filter)).toContainText('Of 100 genuine newsletters it flags 84');

  await typeInto(page, question(page, 'trust-predict-html').getByLabel('Your prediction'), '15');
  await expect(takeaway(filter)).toContainText('Of 100 genuine newsletters it flags 73');

  const desk = experiment(page, 'Twenty mails that it calls spam');
  await desk.getByRole('button', { name: 'Override' }).focus();
  await page.keyboard.press('Enter');
  await expect(takeaway(desk)).toContainText('1 of 20 decided, 1 of them overridden');
  await expect(desk.getByRole('button', { name: 'Override' })).toBeFocused();
  await expect(desk.getByRole('row', { name: 'Mail 2' })).toBeVisible();
  await desk.getByRole('button', { name: 'Accept all that are left' }).focus();
  await page.keyboard.press('Enter');
  await expect(takeaway(desk)).toContainText('You decided 11 of 20 rightly');
  await expect(desk.getByRole('row', { name: 'Mail 20' })).toBeFocused();

  const pair = question(page, 'trust-pair');
  const answer = pair.getByLabel('Your answer');
  await typeInto(page, answer, '85.5');
  await expect(pair.getByRole('status').first()).toContainText('What becomes of the cases');
  await typeInto(page, answer, '87');
  await expect(pair.getByRole('status').first()).toContainText('Right.');
}
