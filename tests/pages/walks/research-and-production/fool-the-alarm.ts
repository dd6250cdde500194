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

/** Predict what a negative costs, see the run, turn the digits by key. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Fool the alarm');
  const lab = experiment(page, 'Shifts made to order');
  await expect(takeaway(lab)).toBeVisible();
  const predict = question(page, 'alarm-predict-inverted');
  await typeInto(page, predict.getByLabel('Read right'), '80');
  await typeInto(page, predict.getByLabel('Mean confidence'), '60');
  await expect(predict.getByRole('status').first()).toContainText('You said');

  await tabTo(page, lab.getByRole('slider', { name: 'How far' }));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(takeaway(lab)).toContainText('Inverted by 10');
  await expect(lab).toHaveAttribute('data-state', 'done');
}
