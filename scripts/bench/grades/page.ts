/** How long a class takes on the page that grades, and whether the page answers meanwhile. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { openBook } from '../browser.ts';
import { regraded, type GradingClass } from './class.ts';
import type { Add } from '../report.ts';
import { TASK_LIMIT } from '../pages.ts';
import { elementName } from '../../../widgets/kit/contract/element-name.ts';

/** In milliseconds. */
const PAGE = 60_000;
const REGRADE = 3_000;
const PATIENCE = 300_000;

/** Grades the class in a browser; needs the built book, and says so where there is none. */
export async function benchGradesPage(
  { key, tags, files }: GradingClass,
  size: number,
  isUsual: boolean,
  add: Add,
): Promise<void> {
  if (!existsSync('dist/teach/index.html')) {
    console.log('The page that grades is not measured: build the book first.');
    return;
  }
  const { browser, home } = await openBook();
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks, print: () => undefined });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(`${home}teach/`);
  const json = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const said = (part: string, text: RegExp): Promise<unknown> =>
    page.waitForFunction(
      ([name, pattern]) =>
        new RegExp(pattern).test(
          document.querySelector(`[data-part="${name}"]`)?.textContent ?? '',
        ),
      [part, text.source] as const,
      { timeout: PATIENCE },
    );
  await page.locator('input[name="key"]:enabled').waitFor();
  // The page knows the experiments of the book’s assignments; these four come with lessons.
  await page.evaluate((codes) => {
    const facts = document.querySelector<HTMLTemplateElement>('[data-part="facts"]');
    for (const [tag, code] of codes) {
      const one = document.createElement('div');
      one.dataset['of'] = tag;
      one.dataset['code'] = code;
      facts?.content.append(one);
    }
  }, tags.map(codeOf));
  await page.locator('input[name="key"]').setInputFiles(json('key.json', JSON.stringify(key)));
  await said('key-said', /The key of/);
  await page
    .locator('input[name="files"]')
    .setInputFiles([...files].map(([name, text]) => json(name, text)));
  await said('files-said', new RegExp(`^${size} files read`));
  /** The longest task since it was asked last. */
  const longest = async (): Promise<number> =>
    Math.max(
      0,
      ...(await page.evaluate(() =>
        (globalThis as unknown as { tasks: number[] }).tasks.splice(0),
      )),
    );
  await longest();
  const start = performance.now();
  await page.getByRole('button', { name: 'Grade', exact: true }).click();
  await said('said', new RegExp(`^${size} students graded`));
  const graded = performance.now() - start;
  const unverified = await page.evaluate(
    () => document.querySelectorAll('[data-part="reading-form"][hidden]').length,
  );
  if (unverified === 0) throw new Error('some runs could not be repeated on the page');
  const again = performance.now();
  const other = JSON.stringify(regraded(key));
  await page.locator('input[name="key"]').setInputFiles(json('other.json', other));
  await said('said', /marks? changed/);
  const anew = performance.now() - again;
  const grading = await longest();
  const printing = performance.now();
  await page.getByRole('button', { name: 'Print viva sheets' }).click();
  await page.locator('body > .viva-prints').waitFor({ state: 'attached', timeout: PATIENCE });
  const printed = performance.now() - printing;
  const sheets = await longest();
  // Its columns are sorted, up and down, and its rows are turned and searched.
  const grades = page.locator('[data-part="grades"]');
  const heads = grades.locator('thead button');
  const later = grades.getByRole('button', { name: 'Later rows' });
  for (let i = 0; i < (await heads.count()); i += 1) {
    await heads.nth(i).press('Enter');
    await heads.nth(i).press('Enter');
    if (i % 10 === 0 && (await later.isVisible())) await later.press('Enter');
  }
  // A small class has no more rows, and nothing to find them by.
  const find = grades.getByLabel('Find');
  if (await find.isVisible()) await find.fill('1');
  const sorting = await longest();
  const row = (what: string, ms: number, limit?: number): void =>
    add({
      name: `${size} hand-ins on the page: ${what}`,
      unit: 'ms',
      values: [ms],
      ...(limit && { limit }),
    });
  row('all of it', graded, isUsual ? PAGE : undefined);
  row('graded anew by another key', anew, isUsual ? REGRADE : undefined);
  row('viva sheets', printed, isUsual ? PAGE : undefined);
  row('longest task, as they are graded', grading, TASK_LIMIT);
  row('longest task, as sheets are made', sheets, TASK_LIMIT);
  row('longest task, sorted and searched', sorting, TASK_LIMIT);
  await page.close();
}

/** Where a lesson says that the code of an experiment stands. */
function codeOf(tag: string): readonly [tag: string, code: string] {
  const own = new RegExp(`<${elementName(tag)} [^>]*data-code="([^"]*)"`);
  for (const file of globSync('dist/lessons/*/index.html')) {
    const code = own.exec(readFileSync(file, 'utf8'))?.[1];
    if (code !== undefined) return [tag, code];
  }
  throw new Error(`no lesson has the experiment ${tag}`);
}
