/** Predictions that are picked, sorted, or typed as several numbers: by keyboard, after a reload, on paper, before their code is here. */
import { ALL } from '../../all.ts';
import { expect, question, test, type Locator, type Page } from '../book.ts';
import { withPrediction } from '../forms-page.ts';
import { heldBack } from '../held-back.ts';

const verdict = (of: Locator): Locator => of.locator('[data-part="verdict"]');
const asked = (page: Page): Locator => question(page, 'test-form');
const commit = (page: Page): Promise<void> =>
  asked(page).getByRole('button', { name: 'Commit and see' }).press('Enter');

const CHOICE = {
  form: 'choice',
  when: { maxBatch: 8 },
  options: [
    {
      id: 'longer',
      text: 'Longer.',
      holds: { p99: { above: 120 } },
      feedback: 'Is *anybody* held?',
    },
    { id: 'same', text: 'About as long.', holds: { p99: { atLeast: 90, atMost: 120 } } },
    { id: 'shorter', text: 'Shorter.', holds: { p99: { below: 90 } } },
  ],
};
const ORDER = {
  form: 'order',
  measure: 'p99',
  ends: ['shortest', 'longest'],
  items: [8, 2, 1].map((maxBatch) => ({
    id: `up-to-${maxBatch}`,
    text: `Up to ${maxBatch}`,
    when: { maxBatch },
  })),
};
const NUMBERS = {
  form: 'numbers',
  when: { maxBatch: 8 },
  numbers: [
    { id: 'median', label: 'Median', measure: 'p50', unit: 'ms', min: 0, max: 500 },
    { id: 'slowest', label: 'p99', measure: 'p99', unit: 'ms', min: 0, max: 500 },
  ],
};

test('a picked prediction is answered with what was said, what the run says, and what its option is told', async ({
  page,
}) => {
  await withPrediction(page, CHOICE);
  await commit(page);
  await expect(verdict(asked(page))).toContainText('Choose one first.');
  await expect(asked(page).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await commit(page);
  const says = 'You said “Longer”; this run says “Shorter” (p99: 17 ms). So it is.';
  await expect(verdict(asked(page))).toContainText(says);
  await expect(verdict(asked(page))).toContainText('Is anybody held?');
  await expect(asked(page)).toHaveAttribute('data-verdict', 'told');
  await expect(asked(page).getByRole('radio', { name: 'Longer' })).toBeChecked();
  await expect(asked(page).getByRole('radio', { name: 'Shorter' })).toBeDisabled();
  await page.reload();
  await expect(verdict(asked(page))).toContainText(says);
  await expect(verdict(asked(page))).toContainText('Is anybody held?');
  await expect(asked(page).getByRole('radio', { name: 'Longer' })).toBeChecked();
});

test('an order is answered by one run after the other, and stays as it was put', async ({
  page,
}) => {
  await withPrediction(page, ORDER);
  const items = asked(page).getByRole('listitem');
  const texts = async (): Promise<readonly string[]> =>
    (await items.locator('.order-text').allTextContents()).map((text) => text.trim());
  // From wherever it stands: one, two, eight, which is the wrong way round.
  for (const text of ['Up to 2', 'Up to 1']) {
    const up = asked(page).getByRole('button', { name: `Move up: ${text}` });
    while ((await texts()).indexOf(text) > 0) await up.press('Enter');
  }
  expect(await texts()).toEqual(['Up to 1', 'Up to 2', 'Up to 8']);
  await commit(page);
  const says =
    'You said “Up to 1”, “Up to 2”, “Up to 8”. These runs say “Up to 8” 17 ms, “Up to 2”';
  await expect(verdict(asked(page))).toContainText(says);
  await expect(verdict(asked(page))).toContainText('No pair stood the right way round.');
  await expect(asked(page).getByRole('button', { name: 'Move up: Up to 2' })).toBeDisabled();
  await page.reload();
  await expect(verdict(asked(page))).toContainText(says);
  expect(await texts()).toEqual(['Up to 1', 'Up to 2', 'Up to 8']);
});

test('several numbers are taken together, and each stands beside that of the run', async ({
  page,
}) => {
  await withPrediction(page, NUMBERS);
  const median = asked(page).getByLabel('Median');
  const slowest = asked(page).getByLabel('p99');
  await median.fill('9');
  await slowest.fill('many');
  await slowest.press('Enter');
  await expect(verdict(asked(page))).toContainText('p99: “many” cannot be read as a number');
  await expect(slowest).toBeFocused();
  await expect(slowest).toHaveAttribute('aria-invalid', 'true');
  await expect(median).not.toHaveAttribute('aria-invalid', 'true');
  // Not handed in yet: it is there again after a reload.
  await page.reload();
  await expect(slowest).toHaveValue('many');
  await slowest.fill('0.02 s');
  await slowest.press('Enter');
  const says =
    /Median: you said 9\sms, the run says 1\d\sms\. p99: you said 20\sms, the run says 17\sms\. So it is\./;
  await expect(verdict(asked(page))).toContainText(says);
  await expect(median).toHaveAttribute('readonly', '');
  await page.reload();
  await expect(verdict(asked(page))).toContainText(says);
  await expect(slowest).toHaveValue('0.02 s');
});

test('what is entered before the code is here is kept, whatever the form', async ({ page }) => {
  const arrive = await heldBack(page, /\/wake\.[^/]*\.js$/);
  await withPrediction(page, NUMBERS);
  await asked(page).getByLabel('p99').fill('30');
  await page.reload();
  await expect(asked(page).getByLabel('p99')).toHaveValue('30');
  await expect(asked(page).getByLabel('Median')).toHaveValue('');
  await asked(page).getByLabel('Median').fill('9');
  await asked(page).getByLabel('Median').press('Enter');
  arrive();
  await expect(verdict(asked(page))).toContainText(/you said 30\sms, the run says/);
});

// That each form is answered when it is skipped, the workbench shows.
for (const [form, written] of Object.entries(ALL ? { CHOICE, ORDER, NUMBERS } : { ORDER })) {
  test(`${form.toLowerCase()}: one that is skipped gets the run alone; on paper there is room for a pen`, async ({
    page,
  }) => {
    await withPrediction(page, written);
    await asked(page).getByRole('button', { name: 'Skip the prediction' }).click();
    await expect(verdict(asked(page))).toContainText(/(run says|runs say) .*17\sms.* So it is\./);
    await expect(verdict(asked(page))).not.toContainText('You said');
    await page.emulateMedia({ media: 'print' });
    const pen = asked(page).locator('input, .order-place');
    expect(await pen.count()).toBeGreaterThan(1);
    for (const one of await pen.all()) await expect(one).toBeVisible();
    await expect(asked(page).getByRole('button')).toHaveCount(0);
  });
}

test('a value beyond the axis that was drawn on is an arrow at its end, with the number', async ({
  page,
}) => {
  // At limits of 1 and 2 the run of the book says 115 and 47 ms; what lies between the ends is dots.
  await withPrediction(page, {
    ...{ form: 'curve', measure: 'p99', when: { maxWait: 50 }, unit: 'ms', min: 50, max: 100 },
    spread: { param: 'maxBatch', values: [1, 2, 4, 8] },
  });
  const asked = page.locator('#question-test-form');
  await asked.getByRole('button', { name: 'Skip the prediction' }).click();
  const panel = asked.locator('[data-part="curve"] > svg:visible');
  const truth = panel.locator('[data-part="truth"]');
  await expect(truth.locator('text.run')).toHaveText(['115 ms', '47 ms']);
  await expect(truth.locator('circle')).toHaveCount(2);
  const [top, bottom] = await panel.evaluate(({ dataset }) => [dataset['top'], dataset['bottom']]);
  const arrows = truth.locator('path.run');
  // One points up from the upper end, one down from the lower.
  await expect(arrows.nth(0)).toHaveAttribute('d', new RegExp(` ${Number(top) - 6}l6 9h-12z$`));
  await expect(arrows.nth(1)).toHaveAttribute('d', new RegExp(` ${Number(bottom) + 6}l6 -9h-12z$`));
});
