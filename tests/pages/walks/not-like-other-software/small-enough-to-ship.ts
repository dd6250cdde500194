import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  takeaway,
  tabTo,
  typeInto,
} from '../../book.ts';

/** Predict what few bits do, take the mark by key, type against a model, and count the bytes of a lean one. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Small enough to ship');
  const digits = experiment(page, 'Fewer bits per weight');

  const predict = question(page, 'ship-predict-bits');
  await typeInto(page, predict.getByLabel('With 2 bits'), '60');
  await typeInto(page, predict.getByLabel('With 1 bit'), '30');
  await expect(predict.getByRole('status').first()).toContainText('you said 60');
  await digits.scrollIntoViewIfNeeded();
  await expect(takeaway(digits)).toContainText('per weight, the model takes');

  const mark = digits.locator('[data-handle="bits"]:visible');
  await tabTo(page, mark);
  await page.keyboard.press('ArrowRight');
  await expect(takeaway(digits)).toContainText('With 2 bits per weight, the model takes');

  const weight = page.getByRole('group', { name: 'One weight and its 32 bits' });
  await weight.getByRole('button', { name: 'fraction, bit 23 of 23: 1' }).press('Enter');
  await expect(weight.getByRole('status')).toContainText('less than half a step');
  await weight.getByRole('button', { name: 'sign: 1' }).press('Enter');
  await expect(weight.getByRole('status')).toContainText('The weight is now 0.96');

  const typing = page.getByRole('group', { name: 'Type against a model' });
  const keys = typing.getByRole('textbox');
  await keys.click();
  await keys.pressSequentially('hello you', { delay: 40 });
  await expect(typing.getByRole('status')).toContainText('9 keys, ');
  // Where the machine is slow a key may be, too.
  await expect(typing.getByRole('status')).toContainText(/too late (every time|[1-8] of 8 times)/);

  const size = question(page, 'ship-size');
  const answer = size.getByLabel('Your answer');
  await typeInto(page, answer, '85');
  await expect(size.getByRole('status').first()).toContainText('which of them are there');
  await typeInto(page, answer, '127.5');
  await expect(size.getByRole('status').first()).toContainText('Right.');
}
