/** Spread, pin, files and citations: what a reader does with more than one run. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { ALL } from '../../all.ts';
import { FIRST, ONE_FILE, SECOND, WEB, type Locator, type Page } from '../book.ts';
import { expect, experiment, takeaway, test } from '../book.ts';

const BENCH = 'Machines that answer comments';
const ID = 'latency-batching';
const link = (...pairs: string[]): string => `?${pairs.map((pair) => `${ID}.${pair}`).join('&')}`;
const panel = (of: Locator): Locator => of.getByRole('region', { name: 'Spread', exact: true });
const drawing = (of: Locator): Locator => panel(of).getByRole('img').locator('visible=true');

/** Shows what waits for a prediction. */
async function reveal(of: Locator): Promise<void> {
  await of.getByRole('button', { name: 'Show everything' }).first().click();
}

/** The same where a link may have lifted the veil already. */
async function unveil(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-veil]')) one.removeAttribute('data-veil');
  });
}

/** The `spread` events of the page, as questions hear them. */
async function heard(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const list: unknown[] = [];
    Object.assign(globalThis, { spreads: list });
    addEventListener('spread', (event) => list.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (globalThis as never as { spreads: unknown[] }).spreads.length);
}

test('a link opens a spread as a family of lines, and the menu stands where it says', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST, link('spread=maxBatch,p99,maxWait')));
  const bench = experiment(page, BENCH);
  await expect(drawing(bench)).toContainText('0 ms (now)');
  await expect(drawing(bench)).toContainText('500 ms');
  await expect(panel(bench).getByLabel('one line for each of')).toHaveValue('maxWait');
  await panel(bench).getByText('The curve as a table').click();
  await expect(panel(bench).getByRole('columnheader')).toHaveCount(6);
  await panel(bench).getByLabel('one line for each of').selectOption('five seeds');
  await expect(drawing(bench)).toContainText('mean of 5 seeds');
  await expect(page).toHaveURL(/spread=maxBatch%2Cp99%2Cseed/);
});

test('reset returns to the start in every respect', async ({ page }) => {
  await page.goto(WEB.at(FIRST, link('maxBatch=8', 'pin=maxWait%3D50', 'spread=maxBatch,p99')));
  const bench = experiment(page, BENCH);
  await expect(drawing(bench)).toContainText('pinned');
  await bench.getByRole('button', { name: 'Reset' }).click();
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toHaveValue('1');
  await expect(panel(bench)).toBeHidden();
  await expect(bench.getByText('Pinned', { exact: true })).toBeHidden();
  await expect(bench.getByRole('button', { name: 'Pin this run' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(page).not.toHaveURL(/latency-batching/);
});

test('what is copied says what it holds: a link with the pinned run, a citation of the run', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, BENCH);
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await reveal(bench);
  await bench.getByRole('button', { name: 'Pin this run' }).click();
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await bench.getByRole('spinbutton', { name: 'Max batch' }).press('Enter');
  await expect(takeaway(bench)).toContainText('17 ms');
  await bench.getByRole('button', { name: 'Copy link' }).click();
  const handed = bench.locator('.tools + [data-part="handed"]');
  await expect(handed).toContainText('beside the pinned one');
  expect(await copied()).toContain(`${ID}.pin=`);
  await bench.getByRole('button', { name: 'Pin this run' }).click();
  await bench.getByRole('button', { name: 'Copy link' }).click();
  await expect(handed).not.toContainText('pinned');
  expect(await copied()).not.toContain('pin=');
  await bench.getByRole('button', { name: 'Copy citation' }).click();
  await expect(handed).toContainText('citation is copied');
  const text = await copied();
  expect(text).toContain(`“${BENCH}” (experiment batch-bench, version `);
  expect(text).toMatch(/Max batch 8; .*Seed \d+/);
  expect(text).toMatch(/p99 17 ms/);
  // What a teacher pastes into a shell is the run that the page cites.
  const [, command = ''] = /npm run -s (.*)/.exec(text) ?? [];
  expect(command).toMatch(/^experiment -- batch-bench (\S+=\S+ )*maxBatch=8 (\S+=\S+ )*seed=\d+$/);
  const address = text.split('\n').at(-1) ?? '';
  await page.goto(address);
  await expect(takeaway(experiment(page, BENCH))).toContainText('17 ms');
});

for (const edition of [WEB, ONE_FILE]) {
  test(`a run is copied as the program that the command line prints, and saved as a notebook ${edition.name}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(edition.at('two-districts', '?districts-city.days=90'));
    const city = page.locator('#districts-city');
    await city.getByRole('button', { name: 'Copy as Python' }).click();
    const handed = city.locator('[data-part="handed"]');
    await expect(handed).toContainText('is copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const asked = ['scripts/experiment.ts', 'two-districts', 'days=90', '--python'];
    expect(text).toBe(execFileSync(process.execPath, asked, { encoding: 'utf8' }));
    const download = page.waitForEvent('download');
    await handed.getByRole('button', { name: 'Save as notebook' }).click();
    const saved = await (await download).path();
    const { nbformat, cells } = JSON.parse(await readFile(saved, 'utf8')) as {
      nbformat: number;
      cells: readonly { source: readonly string[] }[];
    };
    expect([nbformat, cells.length]).toEqual([4, 4]);
    expect(text).toContain(cells[1]?.source.join(''));
  });
}

// A file has the harder way to the reader's disk.
for (const edition of ALL ? [WEB, ONE_FILE] : [ONE_FILE]) {
  test(`a curve and a run's table are saved as files ${edition.name}`, async ({ page }) => {
    await page.goto(edition.at(FIRST, link('spread=maxBatch,p99')));
    const bench = experiment(page, BENCH);
    await expect(drawing(bench)).toBeVisible();
    const saved = async (fold: string): Promise<string[]> => {
      await bench.getByText(fold).click();
      const download = page.waitForEvent('download');
      const button = bench.locator('details[open]').filter({ hasText: fold });
      await button.getByRole('button', { name: 'Download CSV' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^latency-batching.*\.csv$/);
      return (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    };
    const curve = await saved('The curve as a table');
    expect(curve[0]).toMatch(/^Line,.*Arrivals \[requests\/s\].*p99 \[ms\]/);
    expect(curve.length).toBeGreaterThan(5);
    // Numbers are whole, not rounded as on screen.
    expect(curve[1]).toMatch(/\d\.\d{5,}/);
    expect((await saved('The same as a table')).length).toBeGreaterThan(2);
  });
}

test('a spread offers nothing that a link has hidden or locked', async ({ page }) => {
  await page.goto(WEB.at(FIRST, link('hide=maxWait', 'lock=arrivals,seed')));
  const bench = experiment(page, BENCH);
  await reveal(bench);
  await bench.getByRole('button', { name: 'Spread', exact: true }).click();
  const offered = (menu: string): Promise<string[]> =>
    panel(bench).getByLabel(menu, { exact: true }).locator('option').allTextContents();
  await expect(panel(bench)).toBeVisible();
  expect(await offered('Spread')).toContain('Max batch');
  expect(await offered('one line for each of')).toContain('Replicas');
  for (const closed of ['Max wait', 'Arrivals', 'five seeds']) {
    expect(await offered('Spread')).not.toContain(closed);
    expect(await offered('one line for each of')).not.toContain(closed);
  }
});

test.describe('when its code cannot be fetched', () => {
  test.use({ expectedFaults: /panel|Failed to (load|fetch)|net::ERR/ });

  test('the experiment says so, and the next press tries again', async ({ page }) => {
    const code = /\/panel\.[^/]*\.js$/;
    await page.route(code, (route) => route.abort());
    await page.goto(WEB.at(FIRST));
    const bench = experiment(page, BENCH);
    await reveal(bench);
    const press = bench.getByRole('button', { name: 'Spread', exact: true });
    await press.click();
    await expect(bench.locator('[data-part="status"]')).toContainText('Check your connection');
    await expect(press).not.toHaveAttribute('aria-expanded', 'true');
    await page.unroute(code);
    await press.click();
    await expect(drawing(bench)).toBeVisible();
  });
});

test('without anything left to spread there is no button for it', async ({ page }) => {
  await page.goto(WEB.at(SECOND, '?abroad.lock=foreignLabels'));
  const one = page.locator('.experiment').first();
  const id = (await one.getAttribute('id')) ?? '';
  await page.goto(WEB.at(SECOND, `?${id}.lock=foreignLabels&${id}.spread=foreignLabels,nothing`));
  await expect(one.locator('[data-does="spread"]')).toBeHidden();
});

test('a model’s curve is trained when it is asked for, can be stopped, and says whose it is', async ({
  page,
}) => {
  const spreads = await heard(page);
  await page.goto(WEB.at(SECOND, '?backend=wasm&abroad-digits.repair=labels'));
  await unveil(page);
  const shift = page.locator('.experiment').first();
  await shift.getByRole('button', { name: 'Spread', exact: true }).click();
  const press = panel(shift).locator('[data-part="spread-run"]');
  await expect(press).toHaveText('Train 6 models');
  await press.focus();
  // Stopped as soon as there is something to see: it would end by itself.
  const isUnderWay = await press.evaluate(async (button: HTMLElement) => {
    const isSeen = (what: string): boolean =>
      button.closest('section')?.querySelector(what)?.checkVisibility() ?? false;
    button.click();
    while (!isSeen('[data-part="spread-figure"] svg'))
      await new Promise((resolve) => setTimeout(resolve));
    const isUnderWay = button.textContent === 'Stop' && isSeen('progress');
    button.click();
    return isUnderWay;
  });
  expect(isUnderWay).toBe(true);
  await expect(panel(shift)).toContainText('Stopped early');
  await expect(press).toBeFocused();
  await expect(drawing(shift)).toBeVisible();
  expect(await spreads()).toBe(0);

  // What a question proposes is trained without a further press.
  await shift.evaluate((element) =>
    element.dispatchEvent(
      new CustomEvent('propose', {
        detail: {
          settings: {},
          spread: { param: 'foreignLabels', measure: 'abroadAccuracy' },
          prediction: [
            { x: 0, y: 0.2 },
            { x: 400, y: 0.9 },
          ],
        },
      }),
    ),
  );
  await expect(panel(shift)).toHaveAttribute('data-state', 'done');
  await expect(drawing(shift)).toContainText('prediction');
  expect(await spreads()).toBeGreaterThan(0);

  const labels = shift.getByRole('spinbutton', { name: 'Foreign labels' });
  await shift.getByText('More settings').click();
  await labels.fill('200');
  await labels.press('Enter');
  // The same six models: the mark has moved, and nothing is out of date.
  await expect(panel(shift)).toHaveAttribute('data-state', 'done');
  await shift.getByRole('combobox', { name: 'Repair' }).selectOption('same crop and stretch');
  await expect(panel(shift)).toContainText('this is the curve of those before');
  // Foreign labels count for nothing there: one model answers for all six.
  await expect(press).toHaveText('Train 1 model');
  await shift.getByRole('button', { name: 'Undo' }).click();
  // Trained once, it is known.
  await expect(panel(shift)).toHaveAttribute('data-state', 'done');
});

if (ALL) {
  test('a model’s curve is of the back end that is chosen, and begins again on another that is chosen meanwhile', async ({
    page,
  }) => {
    await page.goto(WEB.at(SECOND, '?backend=wasm&abroad-digits.repair=labels'));
    const shift = page.locator('.experiment').first();
    await unveil(page);
    await shift.getByRole('button', { name: 'Spread', exact: true }).click();
    const press = panel(shift).locator('[data-part="spread-run"]');
    await press.click();
    await expect(panel(shift)).toHaveAttribute('data-state', 'done');
    await shift.getByText('More settings').click();
    // Another back end has trained none of it, and another measure of nothing is no curve. Without a foreign label, the run at hand answers.
    await shift.getByRole('combobox', { name: 'Train on' }).selectOption('cpu');
    await expect(panel(shift)).toContainText('Press Train 5 models to see the curve.');
    await panel(shift).getByLabel('and show', { exact: true }).selectOption({ index: 0 });
    await expect(panel(shift)).toContainText('Press Train 5 models to see the curve.');
    // One that is under way begins again on the back end that is chosen meanwhile.
    await press.evaluate(async (button: HTMLElement) => {
      button.click();
      while (button.textContent !== 'Stop') await new Promise((resolve) => setTimeout(resolve));
      const menu = button
        .closest('.experiment')
        ?.querySelector<HTMLSelectElement>('[name="backend"]');
      if (!menu) return;
      menu.value = 'wasm';
      menu.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(panel(shift)).toHaveAttribute('data-state', 'done');
    await expect(panel(shift)).toContainText('Trained on your own processor');
    await expect(drawing(shift)).toBeVisible();
  });
}
