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

/** Choose a letter, see what it leaves; drag a bill until it pays; sort errors; find the smallest customer. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Who uses it, and what an error costs');
  const letters = experiment(page, 'Three letters');
  await expect(takeaway(letters)).toBeHidden();

  const predict = question(page, 'uses-predict-letter');
  await tabTo(page, predict.getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, predict.getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(predict.getByRole('status').first()).toContainText('these runs say “The bureau');
  await expect(takeaway(letters)).toContainText('So $200,000 a year is left.');

  const bill = page.getByRole('slider', { name: 'What it pays for computers' });
  const computers = experiment(page, 'When does a small share of a large bill pay for a model?');
  await expect(takeaway(computers)).toContainText(
    'it would break even on a bill of $600 million a year',
  );
  await tabTo(page, bill);
  await page.keyboard.press('End');
  await expect(takeaway(computers)).toContainText('saves $10 million of $10 billion a year');

  const cards = question(page, 'uses-error-whom');
  await tabTo(page, cards.getByRole('button', { name: 'Check' }));
  await page.keyboard.press('Enter');
  await expect(cards.getByRole('status').first()).toContainText('8 cards have no pile yet');

  const voucher = question(page, 'uses-voucher');
  await typeInto(page, voucher.getByLabel('Your answer'), '20');
  await expect(voucher.getByRole('status').first()).toContainText('How many of 20');
  await typeInto(page, voucher.getByLabel('Your answer'), '80');
  await expect(voucher.getByRole('status').first()).toContainText('Right.');

  const smallest = question(page, 'uses-smallest-customer');
  await tabTo(page, smallest.getByRole('button', { name: 'Set the experiment to the start' }));
  await page.keyboard.press('Enter');
  await expect(takeaway(letters)).toContainText('of $100 million a year');
}
