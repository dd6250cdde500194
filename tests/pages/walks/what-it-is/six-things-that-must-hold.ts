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

/** Predict B, see a chessboard, lose on a loaded die, and be guessed oneself. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Six things that must hold');
  const hunt = experiment(page, 'Guess the next symbol');
  await expect(takeaway(hunt)).toContainText('It has found nothing');
  await expect(hunt.getByRole('combobox')).toBeHidden();

  const predict = question(page, 'hunt-predict-b');
  await typeInto(page, predict.getByLabel('Your prediction'), '10');
  await expect(predict.getByRole('status').first()).toContainText('You said 10 %');
  await expect(takeaway(hunt)).toContainText('201 of 1,000 right (20 %');
  for (const asks of ['How often did each symbol come?', 'And what came after what?']) {
    await tabTo(page, hunt.locator('summary', { hasText: asks }));
    await page.keyboard.press('Enter');
  }
  await expect(hunt.getByText('The rows differ: there is a pattern.')).toBeVisible();

  const four = question(page, 'hunt-predict-four');
  await typeInto(page, four.getByLabel('Your prediction'), '45');
  await expect(four.getByRole('status').first()).toContainText('You said 45 %');

  const take = page.getByRole('button', { name: 'Take over from the generator' });
  await tabTo(page, take);
  await page.keyboard.press('Enter');
  await expect(takeaway(hunt)).toContainText('Press Heads or Tails');
  const heads = hunt.getByRole('button', { name: 'Heads' });
  await tabTo(page, heads);
  for (let i = 1; i <= 3; i += 1) {
    await page.keyboard.press('Enter');
    await expect(takeaway(hunt)).toContainText(`of your ${i} coin`);
  }
  await expect(heads).toBeFocused();

  const tickets = question(page, 'six-tickets');
  await tabTo(page, tickets.getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, tickets.getByRole('button', { name: 'Check' }));
  await page.keyboard.press('Enter');
  await expect(tickets.getByRole('status').first()).toContainText('The distribution alone');

  await page.reload();
  await expect(predict.getByLabel('Your prediction')).toHaveValue('10');
}
