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

/** Predict the gap of a model that is not told of race, see how it can know, and work out what cannot be equal. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Who pays for the errors');
  const officers = experiment(page, 'Who is approved?');
  await expect(takeaway(officers)).toContainText('a gap of 19.1 points');

  const predict = question(page, 'who-predict-blind');
  await typeInto(page, predict.getByLabel('Your prediction'), '12');
  await expect(predict.getByRole('status').first()).toContainText('You said 12');
  await officers.scrollIntoViewIfNeeded();
  await expect(takeaway(officers)).toContainText('a gap of 23.9 points');
  await officers.getByText('Nobody tells the model. How can it know?').click();
  const step = officers.getByText('in 75 of 100 pairs').filter({ visible: true });
  await expect(step).toHaveCount(1);

  const lines = question(page, 'who-predict-lines');
  await lines.getByText('there are too few of them').click();
  await lines.getByRole('button', { name: 'Commit and see' }).click();
  await expect(takeaway(officers)).toContainText('and 272 of 339 Black ones (80 %)');
  const black = officers.getByRole('slider', { name: 'line of Black applicants' });
  await black.filter({ visible: true }).press('ArrowRight');
  await expect(takeaway(officers)).not.toContainText('272 of 339');
  await expect(takeaway(officers)).toContainText('1,776 of 2,041 white applicants');

  const proxies = question(page, 'who-predict-proxies');
  await proxies.getByRole('button', { name: 'Skip the prediction' }).click();
  await expect(proxies).toHaveAttribute('data-verdict', 'told');
  // While the hand is still at the line, the menu says whose line it is.
  const decides = officers.getByRole('combobox', { name: 'Who decides' });
  await decides.selectOption('bank');
  await expect(takeaway(officers)).toContainText('The banks approved');
  const refused = officers.getByRole('slider', { name: 'Applicants refused, slider' });
  await refused.evaluate((slider: HTMLInputElement) => {
    slider.stepUp();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(decides).toHaveValue('blind');

  const number = question(page, 'who-identity');
  const answer = number.getByLabel('Your answer');
  await typeInto(page, answer, '40');
  await expect(number.getByRole('status').first()).toContainText('first group’s share');
  await typeInto(page, answer, '10');
  await expect(number.getByRole('status').first()).toContainText('Right.');
}
