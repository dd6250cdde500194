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

/** Predict what 30 % of the say costs and which list earns the most, make all five content, and work out what a team is worth. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Five people, one model');
  const ranker = experiment(page, 'Five people, one list');
  await expect(takeaway(ranker)).toContainText('Of 1,000 visits 506 end in an order');

  const predict = question(page, 'five-predict-lost');
  await typeInto(page, predict.getByLabel('Your prediction'), '15');
  await expect(predict.getByRole('status').first()).toContainText('You said 15');
  await ranker.scrollIntoViewIfNeeded();
  await expect(takeaway(ranker)).toContainText('2.5 % of the orders are lost');
  await expect(takeaway(ranker)).toContainText('Not content: infrastructure.');

  const list = question(page, 'five-predict-margin');
  await expect(ranker.getByRole('slider')).toHaveCount(0);
  await tabTo(page, list.getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, list.getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(list.getByRole('status').first()).toContainText('these runs say “A half”');
  await typeInto(page, ranker.getByRole('spinbutton', { name: 'Sales’ share' }), '30');
  await expect(takeaway(ranker)).toContainText('2.5 % of the orders are lost');

  await ranker.getByRole('combobox', { name: 'A new model' }).selectOption('every 13 weeks');
  await expect(takeaway(ranker)).toContainText('All five get what they ask for');
  await ranker.getByText('What would other settings bring?', { exact: true }).last().click();
  const step = ranker.getByText('of 525 settings please all five').filter({ visible: true });
  await expect(step).toHaveCount(1);

  const team = question(page, 'five-team');
  const answer = team.getByLabel('Your answer');
  await typeInto(page, answer, '0.09');
  await expect(team.getByRole('status').first()).toContainText(
    'How much more does one visit bring',
  );
  await typeInto(page, answer, '2.5');
  await expect(team.getByRole('status').first()).toContainText('Right.');
}
