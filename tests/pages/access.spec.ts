import AxeBuilder from '@axe-core/playwright';
import { LESSONS, WEB, type Page, expect, test } from './book.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = ['', ...LESSONS, 'about'];

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map((node) => `${id}: ${String(node.target[0])} ${node.failureSummary ?? ''}`),
  );
}

/** What axe does not see: controls without a name, targets under 24 px, a page wider than its window. */
async function ownChecks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const visible = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const controls = 'button, input, select, textarea, summary, [tabindex="0"], a[href]';
    const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(visible);
    const called = (element: HTMLElement): string => {
      const labels = 'labels' in element ? [...(element as HTMLInputElement).labels!] : [];
      const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
      return [
        element.getAttribute('aria-label') ?? '',
        ...by.map((id) => document.getElementById(id)?.textContent ?? ''),
        ...labels.map((label) => label.textContent),
        element.matches('input, select, textarea') ? '' : element.textContent,
      ]
        .join('')
        .trim();
    };
    for (const element of all) {
      const text = `${element.tagName.toLowerCase()}.${element.className} "${called(element).slice(0, 40)}"`;
      if (called(element) === '') faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
      // A link (or a term) within a sentence may be as high as its line: WCAG 2.5.8 excepts it.
      const inline =
        getComputedStyle(element).display.startsWith('inline') &&
        element.closest('p, li, figcaption, dd, td') &&
        element.matches('a, .term');
      // A box of a labelled choice is as large a target as its label.
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const hidden = box.width <= 1 || box.height <= 1 || box.bottom < 0;
      if (!inline && !hidden && (box.width < 23.5 || box.height < 23.5)) {
        faults.push(`target ${box.width.toFixed(0)} x ${box.height.toFixed(0)}: ${text}`);
      }
    }
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) faults.push(`the page is ${wide} px wider than its window`);
    return faults;
  });
}

async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

for (const name of PAGES) {
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const called = name === '' ? 'the front page' : name;
      test(`${called} is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(WEB.at(name));
        expect(await axe(page)).toEqual([]);
        expect(await ownChecks(page)).toEqual([]);
        if (name === '' || name === 'about') return;
        await openFolds(page);
        expect(await axe(page)).toEqual([]);
        expect(await ownChecks(page)).toEqual([]);
      });
    }
  }
}

for (const lesson of LESSONS) {
  test(`${lesson} is accessible with a question failed and a run done`, async ({ page }) => {
    await page.goto(WEB.at(lesson));
    const number = page.locator('book-question[data-kind="number"]').first();
    await number.getByRole('textbox').fill('-1');
    await number.getByRole('button', { name: 'Check' }).click();
    await expect(number.locator('[data-part="verdict"]')).not.toBeEmpty();
    const run = page.locator('.experiment [data-part="run"]').first();
    await run.click();
    const one = page.locator('.experiment').first();
    await expect(one).toHaveAttribute('data-state', /running|done/);
    expect(await axe(page)).toEqual([]);
    await expect(one).toHaveAttribute('data-state', 'done', { timeout: 45_000 });
    expect(await axe(page)).toEqual([]);
    expect(await ownChecks(page)).toEqual([]);
  });

  test(`${lesson} can be read with forced colours and at 200 % text`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 900 });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(WEB.at(lesson));
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await ownChecks(page)).toEqual([]);
    // With forced colours a line that is drawn in the paper's colour cannot be seen.
    const unseen = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll('svg.figure .run-line, svg.figure .axis')]
        .filter((line) => line.checkVisibility())
        .filter((line) => getComputedStyle(line).stroke === paper).length;
    });
    expect(unseen).toBe(0);
  });
}

test('a lesson is accessible with its training stopped half-way', async ({ page }) => {
  await page.goto(WEB.at('a-model-goes-abroad'));
  const one = page.locator('.experiment').first();
  await one.locator('summary').filter({ hasText: 'More settings' }).click();
  // All three models: long enough to have a half-way.
  await one.locator('[name="matrix"]').selectOption('all');
  const run = one.locator('[data-part="run"]');
  await run.click();
  await expect(one).toHaveAttribute('data-state', 'running');
  await run.click();
  await expect(one).toHaveAttribute('data-state', /partial|idle/);
  await expect(run).toBeFocused();
  expect(await axe(page)).toEqual([]);
  expect(await ownChecks(page)).toEqual([]);
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
