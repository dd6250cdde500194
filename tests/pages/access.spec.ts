import { expectAccessible, expectReadable, openFolds, ownChecks } from './access-checks.ts';
import { LESSONS, PAGES, SECOND, TRAINING, WEB, type Page, expect, test } from './book.ts';

/** The colour that everything stands on. */
async function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

for (const name of PAGES) {
  for (const width of [320, 1280]) {
    const called = name === '' ? 'the front page' : name;
    test(`${called} is accessible at ${width} px, folds closed and open, in both themes`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(WEB.at(name));
      await expectAccessible(page);
      await openFolds(page);
      if ((await page.locator('details').count()) > 0) await expectAccessible(page);
      const light = await paperOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await paperOf(page)).not.toBe(light);
      await expectReadable(page);
    });
  }
}

/** Answers the first question that can be answered wrongly. */
async function failOne(page: Page): Promise<void> {
  const wrong = page.locator(
    'book-question[data-kind="number"], book-question[data-kind="choice"]',
  );
  const one = wrong.first();
  const number = one.getByRole('textbox');
  if ((await number.count()) > 0) await number.fill('-1');
  else await one.locator('.answer-option input').first().check();
  await one.getByRole('button', { name: 'Check' }).click();
  await expect(one.locator('[data-part="verdict"]')).not.toBeEmpty();
}

for (const lesson of LESSONS) {
  test(`${lesson} is accessible with a question failed and every experiment run`, async ({
    page,
  }) => {
    test.setTimeout(3 * TRAINING);
    await page.goto(WEB.at(lesson));
    await failOne(page);
    const all = await page.locator('.experiment').all();
    for (const one of all) {
      await one.locator('[data-part="run"]').click();
      await expect(one).toHaveAttribute('data-state', /running|done/);
    }
    await expectAccessible(page);
    for (const one of all) {
      // Out of sight a run waits.
      await one.locator('[data-part="run"]').scrollIntoViewIfNeeded();
      await expect(one).toHaveAttribute('data-state', 'done', { timeout: TRAINING });
    }
    await expectAccessible(page);
  });

  test(`${lesson} can be read with forced colours and at 200 % text`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 900 });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(WEB.at(lesson));
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await ownChecks(page)).toEqual([]);
    // With forced colours a line that is drawn in the paper's colour cannot be seen.
    const strokes = await page.evaluate(() =>
      [...document.querySelectorAll('svg.figure .run-line, svg.figure .axis path')]
        .filter((line) => line.checkVisibility())
        .map((line) => getComputedStyle(line).stroke),
    );
    expect(strokes.length).toBeGreaterThan(0);
    expect(strokes).not.toContain(await paperOf(page));
    expect(strokes).not.toContain('none');
    await page.setViewportSize({ width: 320, height: 900 });
    await openFolds(page);
    expect(await ownChecks(page)).toEqual([]);
  });
}

test('a lesson is accessible with its training stopped half-way', async ({ page }) => {
  await page.goto(WEB.at(SECOND));
  const one = page.locator('.experiment').first();
  await one.getByRole('button', { name: 'Show everything' }).click();
  await one.locator('summary').filter({ hasText: 'More settings' }).click();
  // All three models: long enough to have a half-way.
  await one.locator('[name="matrix"]').selectOption('all');
  const run = one.locator('[data-part="run"]');
  await run.click();
  await expect(one).toHaveAttribute('data-state', 'running');
  await run.click();
  await expect(one).toHaveAttribute('data-state', /partial|idle/);
  await expect(run).toBeFocused();
  await expectAccessible(page);
});

test('the checks of our own see what they should', async ({ page }) => {
  await page.goto(WEB.at('about'));
  await page.evaluate(() => {
    const bad = document.createElement('button');
    bad.className = 'bad';
    bad.append(document.createElement('i'));
    document.querySelector('main')?.append(bad);
    const wide = document.createElement('pre');
    wide.textContent = 'x'.repeat(400);
    document.querySelector('main')?.append(wide);
  });
  const faults = (await ownChecks(page)).join('\n');
  expect(faults).toMatch(/no name/);
  expect(faults).toMatch(/wider than its window/);
});
