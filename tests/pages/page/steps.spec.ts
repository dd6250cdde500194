/** Further pictures of a run come one after the other, each when the reader asks for it, with what to see in it. */
import { WEB, expect, question, test, type Locator, type Page } from '../book.ts';

const LESSON = 'data-in-production';
const asked = (page: Page): Locator => page.locator('#sms-filter .step:visible');

async function skip(page: Page, id: string): Promise<void> {
  await question(page, id).getByRole('button', { name: 'Skip the prediction' }).click();
  await expect(page.locator('#sms-filter')).toHaveAttribute('data-state', 'done');
}

test('after the reveal one question stands below the figure; each brings its picture and the next question', async ({
  page,
}) => {
  await page.goto(WEB.at(LESSON, '?backend=wasm'));
  await expect(asked(page)).toHaveCount(0);
  for (const id of ['caught', 'precision', 'thresholds']) await skip(page, `sms-predict-${id}`);
  // What the predictions further on have run is taken back.
  await page.locator('#sms-filter [data-does="reset"]').click();
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

test('who comes by a link or asks for everything sees all of them at once, who works on a goal all that no prediction withholds', async ({
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
  const held = page.locator('#sms-filter .held[data-after]');
  const withheld = await held.count();
  await question(page, 'sms-beat-never')
    .getByRole('button', { name: 'Set the experiment to the start' })
    .click();
  await expect(isOpen).toHaveCount(2);
  await expect(held).toHaveCount(withheld);
  await expect(page.locator('#sms-filter [data-param="threshold"]')).toBeVisible();
});

test('a step and a setting wait for a prediction further on, and nothing that tells it is in reach', async ({
  page,
}) => {
  await page.goto(WEB.at(LESSON, '?backend=wasm'));
  await skip(page, 'sms-predict-caught');
  const bench = page.locator('#sms-filter');
  const threshold = bench.getByRole('spinbutton', { name: 'Threshold' });
  const line = bench.getByRole('slider', { name: 'alarm line' });
  const situation = bench.getByRole('button', { name: 'threshold for 0.5 % false alarms' });
  const compare = [
    bench.getByRole('button', { name: 'Spread' }),
    bench.getByRole('button', { name: 'Pin this run' }),
  ];
  const waits = (id: string): Locator =>
    bench.locator('.held-note:visible').locator(`a[href="#question-sms-predict-${id}"]`);
  await bench.locator('.more > summary').click();
  for (const one of [threshold, line, situation, ...compare]) await expect(one).toBeHidden();
  // The threshold, how it is chosen, and a step: one line says that more comes, and leads to the prediction that is next.
  await expect(waits('precision')).toHaveCount(1);
  await expect(waits('thresholds')).toHaveCount(0);
  for (const step of ['remedy in training', '30 of 100 cases']) {
    await asked(page).filter({ hasText: step }).locator('summary').click();
  }
  await skip(page, 'sms-predict-precision');
  await expect(waits('precision')).toHaveCount(0);
  await expect(waits('thresholds')).toHaveCount(1);
  for (const one of [threshold, line, situation]) await expect(one).toBeVisible();
  await expect(asked(page)).toHaveCount(3);
  for (const one of compare) await expect(one).toBeHidden();
  // Another threshold than the control's is in force.
  const unused = bench.getByRole('spinbutton', { name: 'Threshold, not in use' });
  await expect(unused).toBeVisible();
  await skip(page, 'sms-predict-thresholds');
  await expect(unused).toHaveCount(0);
  await expect(asked(page)).toHaveCount(4);
  for (const one of compare) await expect(one).toBeVisible();
  // It is made for good.
  await page.reload();
  await expect(asked(page).first()).toBeVisible();
  await expect(waits('precision')).toHaveCount(0);
});

test('on paper they all stand, and without a script each opens', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(WEB.at(LESSON));
  await asked(page).first().locator('summary').click();
  await expect(asked(page)).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  // What waits for a prediction is printed after it.
  await expect(asked(page)).toHaveCount(2);
  const cost = page.locator('#question-sms-predict-thresholds + .paper-step');
  await expect(cost).toContainText('level line');
  await expect(cost.getByRole('img').last()).toBeVisible();
  await page.context().close();
});
