/** What only ears and fingers notice: where the focus is after a press, and what is said of it. */
import { FEW, FIRST, SECOND, WEB, expect, experiment, test } from '../book.ts';

test('who cannot see it hears that a model waits to be trained, and that a result is half of one', async ({
  page,
}) => {
  await page.goto(WEB.at(SECOND, '?backend=cpu'));
  const shift = page.locator('.experiment').first();
  const live = shift.locator('[data-part="live"]');
  await shift.getByRole('button', { name: 'Show everything' }).click();
  await shift.locator('summary').filter({ hasText: 'More settings' }).click();
  await shift.locator('[name="matrix"]').selectOption('all');
  await expect(live).toHaveText(/^The settings have changed\. Press Train/);
  // Asked to say it again half-way, it does not sound like a result; and it is stopped before it ends.
  const heard = await shift.evaluate(async (one) => {
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
    };
    const said = (): string => one.querySelector('[data-part="live"]')?.textContent ?? '';
    const run = one.querySelector<HTMLElement>('[data-part="run"]');
    run?.click();
    await until(() => (one.querySelector('progress')?.value ?? 0) > 0);
    run?.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyR', altKey: true, bubbles: true }));
    await until(() => said().startsWith('Still'));
    const heard = said();
    run?.click();
    return heard;
  });
  expect(heard).toMatch(/^Still running, \d+ % done\./);
  await expect(shift).toHaveAttribute('data-state', 'partial');
  await expect(live).toHaveText(/^Stopped early: this is a partial result/);
});

test('a prediction is told its verdict once, and not again by the same run', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, 'Machines that answer comments');
  const question = page.getByRole('group', { name: 'Prediction' }).first();
  const live = bench.locator('[data-part="live"]');
  const heard = await live.evaluateHandle((region) => {
    const said: string[] = [];
    const note = (): unknown => said.push(region.textContent);
    new MutationObserver(note).observe(region, { childList: true });
    return said;
  });
  await question.getByRole('textbox').fill('200');
  await page.keyboard.press('Enter');
  const verdict = question.locator('[data-part="verdict"]');
  await expect(verdict).toContainText('You said 200 ms; this run says 17 ms');
  await verdict.evaluate((element) => {
    new MutationObserver(() => element.setAttribute('data-news', '')).observe(element, {
      childList: true,
      subtree: true,
    });
  });
  for (const [name, said] of [
    ['Undo', /^Undone/],
    ['Redo', /^Done again/],
  ] as const) {
    await bench.getByRole('button', { name }).click();
    await expect(live).toHaveText(said);
  }
  // The experiment has left what it found to the verdict.
  expect((await heard.jsonValue())[0]).toMatch(/^Undone/);
  await expect(verdict).not.toHaveAttribute('data-news');
});

test('a curve that waits to be trained says what to press', async ({ page }) => {
  await page.goto(WEB.at('part-code-part-data'));
  const poison = page.locator('.experiment').first();
  await poison.getByRole('button', { name: 'Show everything' }).click();
  await poison.getByRole('button', { name: 'Spread' }).click();
  await expect(poison.locator('[data-part="live"]')).toHaveText(
    /^Press Train \d+ models to see the curve\./,
  );
});

test('what is undone or reset is said with what comes of it; so is a new seed, and that a run is pinned', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, 'Machines that answer comments');
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await page.keyboard.press('Enter');
  const live = bench.locator('[data-part="live"]');
  const press = (name: string): Promise<void> =>
    bench.getByRole('button', { name }).first().click();
  await press('Undo');
  await expect(live).toHaveText(/^Undone: Max batch 1\. \S/);
  await press('Redo');
  await expect(live).toHaveText(/^Done again: Max batch 8\. \S/);
  await press('New seed');
  await expect(live).toHaveText(/^Seed \d+\. \S/);
  await press('Show everything');
  await press('Pin this run');
  await expect(live).toHaveText(/^Pinned\. Change a setting/);
  await press('Reset');
  await expect(live).toHaveText(/^Reset: Max batch 1, Seed 1\. \S/);
  await press('Reset');
  await expect(live).toHaveText(/^Reset: all is as at the start\. \S/);
});

test('undo and redo keep the focus when there is nothing left to take back, and an answer that cannot be read is invalid until it is changed', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, 'Machines that answer comments');
  const [undo, redo] = ['Undo', 'Redo'].map((name) => bench.getByRole('button', { name }));
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await page.keyboard.press('Enter');
  for (const button of [undo!, redo!]) {
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toBeDisabled();
    await expect(button).toBeFocused();
    // Pressed once more it leads nowhere.
    await page.keyboard.press('Enter');
    await expect(button).toBeFocused();
  }
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toHaveValue('8');

  const question = page.getByRole('group', { name: /^Question 3\b/ });
  const field = question.getByRole('textbox');
  await field.fill('soon');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('er');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

for (const lesson of new Set([...FEW, 'two-districts'])) {
  test(`${lesson}: of a figure its label and its handles are heard, and a setting is one stop with a name and a unit`, async ({
    page,
  }) => {
    await page.goto(WEB.at(lesson));
    const everything = page.locator('[data-does="everything"]');
    await everything.evaluateAll((all: HTMLElement[]) => all.forEach((one) => one.click()));
    const figures = page.locator('.experiment-figure svg.figure').locator('visible=true');
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) {
      const heard = (await figure.ariaSnapshot()).split('\n').map((line) => line.trim());
      expect(heard.filter((line) => /^- '?img "/.test(line))).toHaveLength(1);
      const other = heard.filter((line) => !/^- '?(group:?$|(img|slider|button) ".)/.test(line));
      expect(other).toEqual([]);
    }
    for (const one of await page.locator('.control-number').locator('visible=true').all()) {
      const stops = one.locator(':is(input, button):not([tabindex="-1"])');
      await expect(stops).toHaveCount(1);
      await expect(stops).toHaveAccessibleName(/\S/);
      const unit = one.locator('.unit').last();
      if ((await unit.count()) > 0)
        await expect(stops).toHaveAccessibleDescription(
          new RegExp(`^\\$?${(await unit.innerText()).replace(/[$%]/g, '\\$&')}`),
        );
    }
  });
}

test('up and down lead the number of a setting along the stops of its slider', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, 'Machines that answer comments');
  const batch = bench.getByRole('spinbutton', { name: 'Max batch' });
  const slider = bench.locator('[data-slides="maxBatch"]');
  await batch.press('ArrowUp');
  await expect(batch).toHaveValue('2');
  await expect(bench).toHaveAttribute('data-state', 'done');
  for (const [key, value] of [
    ['PageUp', '12'],
    ['ArrowDown', '11'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(batch).toHaveValue(value);
  }
  await expect(slider).not.toHaveValue('0');
});
