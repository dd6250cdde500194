import { readFileSync } from 'node:fs';
import { tags } from '../../../widgets/index.ts';
import { expect, test, type Page } from './site.ts';

/** What a page complains of, and the files that it asks for. */
function heardOf(page: Page): { readonly faults: string[]; readonly asked: string[] } {
  const [faults, asked] = [[] as string[], [] as string[]];
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) faults.push(said.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:'))
      asked.push(new URL(request.url()).pathname.replace('/of/somebody/else/', ''));
  });
  return { faults, asked };
}

test('two on a page that allows workers from blobs and nothing else: set, read, by keyboard, in the dark', async ({
  page,
}) => {
  const { faults, asked } = heardOf(page);
  await page.goto('');
  const [bench, jar] = [page.locator('#bench'), page.locator('#jar')];
  const p99 = page.locator('#p99');
  // The page has set it, and the run has answered.
  await expect(bench.getByLabel('Max batch', { exact: true })).toHaveValue('8');
  await expect(p99).toContainText('16.7');
  const theme = page.locator('.module').first();
  await expect(theme).toHaveCSS('color-scheme', 'light');
  // A reader sets it, and the page reads it.
  await bench.getByLabel('Max batch', { exact: true }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.locator('#batch')).toHaveValue('1');
  await expect(p99).toContainText('115');
  // The slider of the page sets it again.
  await page.locator('#batch').fill('4');
  await expect(bench.getByLabel('Max batch', { exact: true })).toHaveValue('4');
  // A mark of the other one is moved by keys, and keeps the focus in its shadow root.
  const takeaway = jar.locator('[data-part="takeaway"]');
  const before = (await takeaway.textContent()) ?? '';
  await jar.locator('[data-handle]:visible').last().focus();
  for (let key = 0; key < 3; key += 1) await page.keyboard.press('ArrowLeft');
  await expect(takeaway).not.toHaveText(before);
  await expect(jar.locator('[data-handle]:focus')).toHaveCount(1);
  await bench.getByRole('button', { name: 'Spread' }).click();
  await expect(bench.locator('.spread .figure').first()).toBeVisible();
  await bench.locator('summary', { hasText: 'The same as a table' }).click();
  await expect(bench.getByRole('cell').first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(theme).toHaveCSS('color-scheme', 'dark');
  expect(new URL(page.url()).search).toBe('');
  expect(asked.toSorted()).toEqual(['', 'batch-bench.js', 'page.css', 'page.js', 'tail-jar.js']);
  expect(faults).toEqual([]);
});

test('what cannot be set is told, and stays as it is; a link leads to the page around, with the settings', async ({
  page,
}) => {
  await page.goto('?batch-bench.maxBatch=32');
  const field = page.locator('#bench').getByLabel('Max batch', { exact: true });
  await expect(field).toHaveValue('32');
  await expect(page.locator('#batch')).toHaveValue('32');
  await page.goto('');
  const got = await page.evaluate(async () => {
    const address = './batch-bench.js';
    const { mount } = (await import(address)) as {
      mount: (el: Element, settings: object) => Promise<{ get: (name: string) => unknown }>;
    };
    const place = document.body.appendChild(document.createElement('div'));
    place.id = 'third';
    const model = await mount(place, { maxBatch: 'many', arrivals: 1e9 });
    return [model.get('maxBatch'), model.get('arrivals')];
  });
  expect(got).toEqual([1, 5000]);
  await expect(page.locator('#third [data-part="notice"]')).toContainText('“many” cannot be read');
});

test('a host by anywidget’s specification: a model trains without WebAssembly, is told, shown twice and taken away', async ({
  page,
}) => {
  const { faults } = heardOf(page);
  await page.goto('host.html');
  const cell = page.locator('#cell');
  await expect(cell.locator('[data-part="status"]')).toContainText('Press Train');
  await cell.getByRole('button', { name: 'Train' }).first().click();
  await expect(cell.locator('.experiment')).toHaveAttribute('data-state', 'done');
  await expect(page.locator('#told')).toContainText('"accuracy":0.6');
  await page.getByRole('button', { name: 'once more' }).click();
  await expect(page.locator('#second .experiment')).toBeVisible();
  await page.getByRole('button', { name: 'once more' }).click();
  await expect(page.locator('#second .experiment')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('every experiment stands on a page of somebody else’s, and each simulation runs there', async ({
  page,
}) => {
  const { faults } = heardOf(page);
  await page.goto('host.html');
  for (const tag of tags) {
    const place = page.locator(`#of-${tag}`);
    await page.evaluate(async (one) => {
      const { mount } = (await import(`./${one}.js`)) as {
        mount: (el: Element) => Promise<unknown>;
      };
      const room = document.body.appendChild(document.createElement('div'));
      room.id = `of-${one}`;
      await mount(room);
    }, tag);
    await expect(place.locator('[data-part="takeaway"]'), tag).not.toBeEmpty();
    const isQuick = (await place.locator('[data-part="outcome"]').count()) === 0;
    if (isQuick) {
      await place.locator('[data-part="run"]').click();
      await expect(place.locator('.experiment'), tag).toHaveAttribute('data-state', 'done');
    }
    await place.evaluate((room) => room.remove());
  }
  expect(faults).toEqual([]);
});

test('a module names the licences of its data first', () => {
  const head = readFileSync('dist-experiments/first-look.js', 'utf8').slice(0, 2000);
  expect(head).toMatch(/^\/\*! .*MIT License/);
  expect(head).toContain('MNIST');
});
