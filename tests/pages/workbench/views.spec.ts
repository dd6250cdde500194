/** Boards and actions: found by role and name, moved through by keys, pressed one after the other, sealed, printed. */
import { everyPart, expect, test, type Locator, type Page } from './site.ts';

const row = (every: Locator, number: number): Locator =>
  every.getByRole('row', { name: `Case ${number} `, exact: false }).first();
const press = (every: Locator, name: string): Promise<void> =>
  every.getByRole('button', { name, exact: true }).click();

/** Notes all that a screen reader is told from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const live = document.querySelector('#every [data-part="live"]') as HTMLElement;
    new MutationObserver(() => told.push(live.textContent ?? '')).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (globalThis as never as { told: string[] }).told);
}

test('a board stands in the page without a script, and its rows are found by role and name', async ({
  page,
  browser,
}) => {
  const every = await everyPart(page);
  await expect(every.getByRole('grid', { name: 'Cases' }).getByRole('row')).toHaveCount(13);
  await expect(row(every, 3)).toContainText('open');
  await expect(every.locator('[data-part="board"] [data-row="case-3"]')).toBeVisible();
  const still = await browser.newContext({ javaScriptEnabled: false });
  const bare = await still.newPage();
  await bare.goto(page.url());
  await expect(row(bare.locator('#every'), 3)).toContainText('open');
  await still.close();
});

test('rows are moved through by arrow keys, Home and End; Enter chooses one', async ({ page }) => {
  const every = await everyPart(page);
  await row(every, 1).focus();
  await expect(every.locator('[data-part="board"] [tabindex="0"]').first()).toBeFocused();
  // The code has come when the arrows lead on.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(row(every, 1)).not.toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(row(every, 2)).toBeFocused();
  await page.keyboard.press('End');
  await expect(every.locator('[data-row="case-12"]')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(every.locator('[name="price"]')).toHaveValue('10');
  await expect(every.locator('[data-row="case-11"]')).toHaveAttribute('aria-selected', 'true');
  await expect(every.locator('[data-row="case-11"]')).toBeFocused();
  // One row is on the way of the Tab key.
  await expect(every.locator('[data-row][tabindex="0"]')).toHaveCount(1);
});

test('what is pressed follows from the run, and a button that goes hands its focus on', async ({
  page,
}) => {
  const every = await everyPart(page);
  await press(every, 'Accept');
  await expect(row(every, 1)).toContainText('accepted');
  await expect(page).toHaveURL(/every\.cases=a/);
  await expect(every.getByRole('button', { name: 'Accept', exact: true })).toBeFocused();
  await press(every, 'Take back');
  await expect(row(every, 1)).toContainText('open');
  await expect(every.locator('[data-part="board"] [data-row="case-1"] button')).toBeFocused();
  await every.getByRole('button', { name: 'Undo' }).click();
  await expect(row(every, 1)).toContainText('accepted');
});

test('ten quick presses are all done, and all heard', async ({ page }) => {
  const every = await everyPart(page);
  await press(every, 'Accept');
  await expect(row(every, 1)).toContainText('accepted');
  const told = await listen(page);
  await every.getByRole('button', { name: 'Override' }).evaluate((button: HTMLElement) => {
    for (let i = 0; i < 10; i += 1) button.click();
  });
  await expect(page).toHaveURL(/every\.cases=ao{10}(&|$)/);
  await expect
    .poll(async () => {
      const all = (await told()).join(' ');
      return Array.from({ length: 10 }, (_, i) => all.includes(`Case ${i + 2} overridden.`));
    })
    .toEqual(Array(10).fill(true));
});

test('what cannot be done says why, to eyes and ears', async ({ page }) => {
  const every = await everyPart(page, '?every.cases=aaaaaaaaaaaa');
  const accept = every.getByRole('button', { name: 'Accept', exact: true });
  await expect(accept).toHaveAttribute('aria-disabled', 'true');
  await expect(accept).toHaveAccessibleDescription('every case is decided.');
  await accept.click({ force: true });
  await expect(every.locator('[data-part="notice"]')).toHaveText(
    'Accept is not possible: every case is decided.',
  );
  await expect(page).toHaveURL(/every\.cases=a{12}(&|$)/);
});

test('undo does not lead behind a final decision, and says so; reset begins anew', async ({
  page,
}) => {
  const every = await everyPart(page);
  await press(every, 'Accept');
  await expect(row(every, 1)).toContainText('accepted');
  await expect(every.getByRole('button', { name: 'Hand in' })).toHaveAccessibleDescription(
    'This cannot be undone.',
  );
  await press(every, 'Hand in');
  await expect(page).toHaveURL(/every\.cases=a(!|%21)/);
  const undo = every.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await undo.click({ force: true });
  await expect(every.locator('[data-part="notice"]')).toContainText(
    'Undo cannot go behind “Hand in”',
  );
  await expect(page).toHaveURL(/every\.cases=a(!|%21)/);
  // What was set after the decision is taken back as ever.
  await row(every, 5).getByRole('button', { name: 'Case 5' }).click();
  await expect(every.locator('[name="price"]')).toHaveValue('4');
  await undo.click();
  await expect(every.locator('[name="price"]')).toHaveValue('2');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await every.getByRole('button', { name: 'Reset' }).click();
  await expect(row(every, 1)).toContainText('open');
});

test('on paper stand the rows that are asked for, and no buttons', async ({ page }) => {
  const every = await everyPart(page);
  await page.emulateMedia({ media: 'print' });
  await expect(every.locator('[data-row="case-3"]')).toBeVisible();
  await expect(every.locator('[data-row="case-4"]')).toBeHidden();
  await expect(every.locator('[data-part="actions"]')).toBeHidden();
});

test('its moments are played too, and the board has them', async ({ page }) => {
  const every = await everyPart(page, '?every.moment=3');
  await expect(every.locator('[data-part="timeline"]')).toHaveAttribute('data-moment', '3');
  await expect(every.getByRole('slider', { name: 'Moment' })).toHaveAttribute(
    'aria-valuetext',
    '9 h',
  );
});
