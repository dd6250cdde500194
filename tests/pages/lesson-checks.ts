/** What every lesson is checked for on one visit, one function for each promise; `lessons/visit.spec.ts` calls them all. */
import { openFolds, ownChecks } from './access-checks.ts';
import { type Locator, type Page, expect } from './book.ts';

/** What a page may do, to the letter. */
const POLICY: Record<string, string> = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'worker-src': 'blob:',
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'book',
};

/** The colour that everything stands on. */
export async function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** The page's policy is the one agreed. */
export async function expectPolicy(page: Page): Promise<void> {
  const meta = page.locator('meta[http-equiv="content-security-policy"]');
  const directives = ((await meta.getAttribute('content')) ?? '')
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .filter(([directive]) => directive);
  const policy = directives.map(([directive, ...sources]) => [directive, sources.join(' ')]);
  expect.soft(Object.fromEntries(policy)).toEqual(POLICY);
}

/** A heading is heard once, without the words of its link, and every question has its name. */
export async function expectHeard(page: Page): Promise<void> {
  const heard = await page.locator('.prose').ariaSnapshot();
  const headings = heard.match(/heading .*\[level=[23]\]/g) ?? [];
  expect.soft(headings.length).toBeGreaterThan(5);
  expect.soft(headings.filter((heading) => heading.includes('Link to'))).toEqual([]);
  for (const question of await page.locator('book-question').all()) {
    await expect.soft(question).toHaveRole('group');
    await expect.soft(question).toHaveAccessibleName(/^(Question \d|Prediction)\b/);
  }
}

/** With forced colours and letters twice as large nothing is lost, however narrow the window. Reloading takes it back. */
export async function expectReadableEnlarged(page: Page): Promise<void> {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect.soft(await ownChecks(page)).toEqual([]);
  // With forced colours a line, or a square, that is drawn in the paper's colour cannot be seen.
  const strokes = await page.evaluate(() =>
    [...document.querySelectorAll('svg.figure :is(.run-line, .axis path, [class^="cell-"])')]
      .filter((line) => line.checkVisibility())
      .map((line) => getComputedStyle(line).stroke),
  );
  expect.soft(strokes.length).toBeGreaterThan(0);
  expect.soft(strokes).not.toContain(await paperOf(page));
  expect.soft(strokes).not.toContain('none');
  await page.setViewportSize({ width: 320, height: 900 });
  await openFolds(page);
  expect.soft(await ownChecks(page)).toEqual([]);
}

/** What must be there without a script and on paper: figures, their tables, takeaways, questions; and no dead control. */
export async function expectStill(page: Page): Promise<void> {
  for (const one of await page.locator('.experiment').all()) {
    if (!(await one.isVisible())) continue;
    await expect(one.locator('svg.figure:visible').first()).toBeVisible();
    const takeaway = one.locator(':is(.dock, .behind-veil) > .takeaway');
    await expect(takeaway).toBeVisible();
    await expect(takeaway).not.toBeEmpty();
    // In the flow of the text it has none.
    const hasTable = (await one.locator('.bench').count()) > 0;
    const tables = one.locator('.data-fold table');
    if (hasTable) await expect(tables.first()).toBeAttached();
    else await expect(tables).toHaveCount(0);
  }
  for (const one of await page.locator('.question-prompt').all()) await expect(one).toBeVisible();
  expect(await page.locator('main button:not(.term):visible').allTextContents()).toEqual([]);
  expect(await page.locator('main input[type="range"]:visible').count()).toBe(0);
}

/** Printed, a lesson has all that and its tables, and nothing waits for a prediction but what is printed after it. */
export async function expectOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expectStill(page);
  for (const table of await page
    .locator(':is([data-part="data"], .paper-step) table:not(.held *)')
    .all()) {
    await expect(table).toBeVisible();
  }
  await expect(page.locator('.veil-note:visible')).toHaveCount(0);
  await expect(page.locator('.dock').first()).toBeVisible();
}

/** For every control of every experiment on the page another value than its own, by the name that a link gives it. */
export async function otherValues(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => {
    const other: Record<string, string> = {};
    for (const one of document.querySelectorAll('.experiment')) {
      for (const control of one.querySelectorAll<HTMLInputElement>('[data-param] [name]')) {
        const values =
          control instanceof HTMLSelectElement
            ? [...control.options].map((option) => option.value)
            : control.type === 'number'
              ? [control.min, control.max]
              : [];
        const value = values.find((each) => each !== control.value);
        // A share stands there in per cent, and in a link from 0 to 1.
        const isShare = control.dataset['share'] !== undefined;
        if (value !== undefined)
          other[`${one.id}.${control.name}`] = isShare ? String(Number(value) / 100) : value;
      }
    }
    return other;
  });
}

/** The controls stand where the link has set them, and nothing has to be said of it. */
export async function expectSet(
  page: Page,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  // A project and a seed are the least that any lesson has.
  expect(Object.keys(wanted).length).toBeGreaterThan(1);
  for (const [name, value] of Object.entries(wanted)) {
    const [id = '', control = ''] = name.split('.');
    const field = page.locator(`#${id} [data-param] [name="${control}"]`);
    const isShare = (await field.getAttribute('data-share')) !== null;
    await expect(field).toHaveValue(isShare ? String(100 * Number(value)) : value);
  }
  for (const notice of await page.locator('.experiment [data-part="notice"]').all()) {
    await expect(notice).toBeEmpty();
  }
}

/**
 * Enters an answer into a question and hands it in, a prediction apart: that one would run its experiment, and is kept as a
 * draft. Resolves with how to see it again, or nothing for what is not answered in words or numbers.
 */
async function answer(one: Locator): Promise<((again: Locator) => Promise<void>) | undefined> {
  const kind = await one.getAttribute('data-kind');
  const field = one.locator('.answer-row input');
  const option = one.locator('.answer-option input').first();
  if (kind === 'choice') await option.check();
  else if ((await field.count()) > 0) await field.first().fill('3');
  else return undefined;
  if (kind !== 'prediction') await one.locator('[data-part="submit"]').click();
  await expect(one.locator('[data-part="saved"]')).toContainText(/saved/i);
  return kind === 'choice'
    ? (again) => expect(again.locator('.answer-option input').first()).toBeChecked()
    : (again) => expect(again.locator('.answer-row input').first()).toHaveValue('3');
}

/** What was answered is there after a reload, in every question of the page. */
export async function expectKept(page: Page): Promise<void> {
  const checks: [number, (again: Locator) => Promise<void>][] = [];
  const all = page.locator('book-question');
  for (let i = 0; i < (await all.count()); i += 1) {
    const check = await answer(all.nth(i));
    if (check) checks.push([i, check]);
  }
  expect(checks.length).toBeGreaterThan(2);
  await page.reload();
  for (const [i, check] of checks) await check(all.nth(i));
}
