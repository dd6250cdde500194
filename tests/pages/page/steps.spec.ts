/** Further pictures of a run come one after the other, each when the reader asks for it, with what to see in it. */
import { WEB, expect, question, test, type Locator, type Page } from '../book.ts';

const LESSON = 'data-in-production';
const asked = (page: Page): Locator => page.locator('#sms-filter .step:visible');

test('after the reveal one question stands below the figure; each brings its picture and the next question', async ({
  page,
}) => {
  await page.goto(WEB.at(LESSON));
  await expect(asked(page)).toHaveCount(0);
  await question(page, 'sms-predict-caught')
    .getByRole('button', { name: 'Skip the prediction' })
    .click();
  for (let step = 0; step < 4; step += 1) {
    await expect(asked(page)).toHaveCount(step + 1);
    const last = asked(page).nth(step);
    await expect(last.getByRole('img')).toBeHidden();
    await last.locator('summary').press('Enter');
    await expect(last.getByRole('img').locator('visible=true')).toHaveCount(1);
    await expect(last.locator('p').locator('visible=true')).toHaveText(/\d/);
  }
  // They follow the run that is seen.
  const cost = asked(page).last().locator('p').locator('visible=true');
  await expect(cost).toContainText('this one costs 4.5 times');
  await page.locator('#sms-filter').getByRole('spinbutton', { name: 'Threshold' }).fill('0.1');
  await page.keyboard.press('Enter');
  await expect(cost).not.toContainText('costs 4.5');
  // What has been asked for stays, though one before it is folded up again.
  await asked(page).first().locator('summary').click();
  await expect(asked(page)).toHaveCount(4);
});

test('who comes by a link, asks for everything or works on a goal sees all of them at once', async ({
  page,
}) => {
  const isOpen = asked(page).and(page.locator('[open]'));
  await page.goto(`${WEB.at(LESSON)}?sms-filter.threshold=0.1#sms-filter`);
  await expect(isOpen).toHaveCount(4);
  await page.goto(WEB.at(LESSON));
  const everything = page.locator('#sms-filter').getByRole('button', { name: 'Show everything' });
  await everything.click();
  await expect(isOpen).toHaveCount(4);
  await page.reload();
  await question(page, 'sms-beat-never')
    .getByRole('button', { name: 'Set the experiment to the start' })
    .click();
  await expect(isOpen).toHaveCount(4);
});

test('on paper they all stand, and without a script each opens', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(WEB.at(LESSON));
  await asked(page).first().locator('summary').click();
  await expect(asked(page)).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(asked(page)).toHaveCount(4);
  await expect(asked(page).last().locator('p').first()).toContainText('level line');
  await page.context().close();
});
