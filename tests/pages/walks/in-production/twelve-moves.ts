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

/** See the tests rise, guess the revenue, go back to the start of the circle, and lead another project. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Twelve moves');
  const story = experiment(page, 'Sixty days, twelve moves');
  await expect(takeaway(story)).toContainText('Day 28');
  const back = story.getByRole('button', { name: 'New objective (2 days)' });
  await expect(back).toBeHidden();

  const revenue = question(page, 'ship-predict-revenue');
  await typeInto(page, revenue.getByLabel('Your prediction'), '1500');
  await expect(revenue.getByRole('status').first()).toContainText('You said');
  await expect(takeaway(story)).toContainText('From day 29 on, the model brings -$');

  await page.reload();
  await expect(revenue.getByLabel('Your prediction')).toHaveValue('1500');
  await back.scrollIntoViewIfNeeded();
  await story.getByRole('button', { name: 'Look at revenue' }).press('Enter');
  await expect(takeaway(story)).toContainText('Of 100 ads that the model shows');
  await back.press('Enter');
  await story.getByRole('button', { name: 'Train' }).press('Enter');
  await story.getByRole('button', { name: 'Deploy' }).press('Enter');
  await expect(takeaway(story)).toContainText('From day 34 on, the model brings $');
  await story.getByRole('button', { name: 'Cry' }).press('Enter');
  await story.getByRole('button', { name: 'Stop the project' }).press('Enter');
  await expect(takeaway(story)).toContainText('you have cried once');

  const waiting = question(page, 'ship-delay');
  await typeInto(page, waiting.getByLabel('Your answer'), '20000');
  await expect(waiting.getByRole('status').first()).toContainText(
    'What do the days after them gain',
  );
  await typeInto(page, waiting.getByLabel('Your answer'), '12400');
  await expect(waiting.getByRole('status').first()).toContainText('Right');
}
