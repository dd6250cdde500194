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

/** Predict on three points, see the fourth; then move the span of the trend, carry it on, and look at one set. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Mind or data');
  const first = experiment(page, 'Data sets, and room for more');
  const figure = first
    .getByRole('group', { name: /data sets by date and size/ })
    .filter({ visible: true });
  await expect(figure).toContainText('BERT');
  await expect(figure).not.toContainText('GPT-3');
  await expect(figure.getByText('a year')).toBeHidden();
  await expect(takeaway(first)).toBeHidden();

  const predict = question(page, 'sizes-predict-2020');
  await typeInto(page, predict.getByLabel('Your prediction'), '20');
  await expect(predict.getByRole('status').first()).toContainText('You said 20 billion');
  await expect(predict.getByRole('status').first()).toContainText('499 billion');
  await expect(figure).toContainText('GPT-3');
  await expect(page.locator('yours-number[data-own]').first()).toContainText('499 billion');

  const all = experiment(page, 'Data sets, year by year');
  await expect(takeaway(all)).toContainText('×2.85 a year');
  // The years, moment by moment: the line bends, and ends as it stood.
  await tabTo(page, all.getByRole('slider', { name: 'Moment' }));
  await page.keyboard.press('Home');
  await expect(takeaway(all)).toContainText('2013 brings a set of 829 million.');
  for (let year = 2014; year <= 2020; year += 1) await page.keyboard.press('ArrowRight');
  await expect(takeaway(all)).toContainText('rises ×2.36 a year (up from ×1.88) and points to');
  await page.keyboard.press('End');
  await expect(takeaway(all)).toContainText('×2.85 a year and doubles');
  await typeInto(page, all.getByRole('spinbutton', { name: 'First year' }), '2024');
  await expect(takeaway(all)).toContainText('×1.37 a year (down from ×2.85)');
  await expect(takeaway(all)).toContainText('13 months to never');
  await tabTo(page, all.locator('summary', { hasText: 'More settings' }));
  await page.keyboard.press('Enter');
  await typeInto(page, all.getByRole('spinbutton', { name: 'Carry the line on to' }), '2028');
  await expect(takeaway(all)).toContainText('it stands at 57.3 trillion');
  await typeInto(page, all.getByRole('spinbutton', { name: 'Look closer at set' }), '6');
  await expect(takeaway(all)).toHaveText(/^GPT-3 \(corpus\), 28 May 2020: 499 billion tokens/);
  await tabTo(page, all.locator('summary', { hasText: 'The same as a table' }));
  await page.keyboard.press('Enter');
  await expect(all.getByRole('link', { name: '6. GPT-3 (corpus)' })).toBeVisible();

  const doubling = question(page, 'sizes-doubling');
  await typeInto(page, doubling.getByLabel('Your answer'), '30');
  await expect(doubling.getByRole('status').first()).toContainText('second year');
  await typeInto(page, doubling.getByLabel('Your answer'), '24.7');
  await expect(doubling.getByRole('status').first()).toContainText('Right.');

  await page.reload();
  await expect(doubling.getByLabel('Your answer')).toHaveValue('24.7');
}
