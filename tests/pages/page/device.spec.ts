/** The instrument that times the reader's device: a press measures, a second one makes settings of what was found. */
import { ALL } from '../../all.ts';
import { FIRST, ONE_FILE, WEB, expect, question, test } from '../book.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const edition of ALL ? [WEB, ONE_FILE] : [WEB]) {
  test(`${edition.name}, a press times this device, and another sets the experiment up with what a batch costs on it`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(edition.at(FIRST, '?backend=wasm'));
    const device = page.locator('.device');
    const figure = device.locator('[data-part="figure"]');
    const bench = page.locator('#latency-batching');
    const setting = (name: string) => bench.locator(`[name="${name}"]`);
    const skip = question(page, 'latency-predict-eight').getByRole('button', {
      name: 'Skip the prediction',
    });
    await skip.click();
    await expect(bench).toHaveAttribute('data-state', 'done');
    await device.getByLabel('Your guess').fill('100');
    const measure = device.locator('[data-does="measure"]');
    await measure.hover();
    await expect(figure).toBeHidden();
    expect(asked.filter((url) => url.endsWith('lab.js'))).toEqual([]);
    // It says so for a moment only, and stops by the same press.
    const stops = await measure.evaluateHandle((button) => {
      const seen: boolean[] = [];
      const look = (): void => {
        if (button.textContent === 'Stop') seen.push(document.activeElement === button);
      };
      new MutationObserver(look).observe(button, { childList: true });
      return seen;
    });
    await measure.press('Enter');
    await expect.poll(() => stops.jsonValue()).toContain(true);
    await expect(device).toHaveAttribute('data-measured', '');
    await expect(device.getByRole('button', { name: 'Measure again' })).toBeFocused();
    const told = device.locator('[data-part="takeaway"]');
    await expect(told).toContainText(/^On your own processor \(WASM\), .*\d\sms/);
    await expect(told).toContainText('You guessed 100 times.');
    await expect(device).toContainText('Measured just now');
    await expect(figure.locator('svg:visible .run-line').first()).toBeVisible();
    await expect(device.locator('tbody tr')).toHaveCount(9);
    // The figure has the reader's own line, and nothing has been set yet.
    await expect(setting('fixedCost')).toHaveValue('8');
    const found = JSON.parse(
      (await device.locator('[data-sets-up]').getAttribute('data-settings')) ?? '',
    ) as Record<string, number>;
    expect(Object.keys(found)).toEqual(['fixedCost', 'itemCost', 'arrivals']);
    await device.locator('[data-does="set-up"]').press('Enter');
    for (const [name, value] of Object.entries(found)) {
      await expect(setting(name)).toHaveValue(String(value));
    }
    await expect(bench).toHaveAttribute('data-state', 'done');
    if (edition === WEB) {
      // What this device has in common with the book’s start is not in the address.
      const start = JSON.parse((await bench.getAttribute('data-start')) ?? '') as typeof found;
      for (const name of Object.keys(found).filter((one) => found[one] !== start[one]))
        await expect(page).toHaveURL(new RegExp(`latency-batching\\.${name}=${found[name]}(&|$)`));
    }
    await bench.locator('[data-does="undo"]').click();
    await expect(setting('fixedCost')).toHaveValue('8');
    await expect(setting('itemCost')).toHaveValue('0.25');
  });
}

test('a measurement that is stopped leaves nothing behind but the word', async ({ page }) => {
  await page.goto(WEB.at(FIRST, '?backend=cpu'));
  const device = page.locator('.device');
  const measure = device.locator('[data-does="measure"]');
  await measure.hover();
  // As soon as it measures: it would end by itself.
  await device.evaluate(async (one) => {
    const button = one.querySelector<HTMLElement>('[data-does="measure"]');
    const said = one.querySelector('[data-part="status"]');
    button?.click();
    while (!said?.textContent.includes('Measuring'))
      await new Promise((resolve) => setTimeout(resolve));
    button?.click();
  });
  await expect(device.locator('[data-part="status"]')).toContainText('Stopped.');
  await expect(measure).toHaveText('Measure this device');
  await expect(device).not.toHaveAttribute('data-measured');
});

test('on paper the book’s own measurement stands in its place, and says whose it is', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const device = page.locator('.device');
  await expect(device.locator('[data-part="figure"]')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(device.locator('[data-part="figure"] svg:visible')).toBeVisible();
  await expect(device).toContainText('Measured for this book');
  await expect(device.locator('[data-does="measure"]')).toBeHidden();
  await expect(device.getByLabel('Your guess')).toBeHidden();
});
