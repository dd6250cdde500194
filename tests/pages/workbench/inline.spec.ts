/** An experiment in the flow of the text, and a number in a sentence that sets it: by keys, by pointer, by finger, on paper. */
import { expectAccessible, expectReadable, ownChecks } from '../access-checks.ts';
import { expect, test, type Locator, type Page } from './site.ts';

interface Inline {
  readonly small: Locator;
  readonly price: Locator;
  readonly says: Locator;
}

async function inline(page: Page, query = ''): Promise<Inline> {
  await page.goto(`workbench/${query}`);
  const small = page.locator('#small[data-inline]');
  const price = page.locator('[data-drags="small"]').getByRole('slider', { name: 'Price' });
  return { small, price, says: small.locator('[data-part="takeaway"]') };
}

async function middle(of: Locator): Promise<readonly [number, number]> {
  await of.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test('an inline experiment is a figure, a sentence and one control, and answers as any other', async ({
  page,
}) => {
  const { small, says, price } = await inline(page);
  await expect(small).toHaveAccessibleName('What does the price do?');
  await expect(small.locator('[data-part="figure"] svg:visible')).toHaveCount(1);
  await expect(small.locator('[data-param]')).toHaveCount(1);
  await expect(small.getByRole('heading')).toHaveCount(0);
  await expect(small.locator('[data-does]:visible')).toHaveCount(0);
  await expect(says).toContainText('cache comes first');
  await small.locator('[data-param="steps"]').hover();
  const down = small.getByRole('button', { name: 'Move down: A cache' });
  await down.press('Enter');
  await expect(says).toContainText('batch comes first');
  await expect(price).toHaveText('2');
  await expect(page).toHaveURL(/small\.steps=batch/);
});

test('a number in the text is set by keys, from one stop to the next and to both ends', async ({
  page,
}) => {
  const { price, says } = await inline(page);
  const press = async (key: string, value: string): Promise<void> => {
    await price.press(key);
    await expect(price).toHaveAttribute('aria-valuenow', value);
    await expect(price).toHaveText(value);
  };
  // The first key counts, though it comes before the code.
  await press('ArrowRight', '3');
  await expect(says).toContainText('The total is 975');
  await press('ArrowDown', '2');
  await press('End', '10');
  await press('PageDown', '9');
  await press('Home', '0');
  await press('PageUp', '1');
  await expect(says).toContainText('The total is 325');
  await expect(page).toHaveURL(/small\.price=1/);
  await price.press('Control+z');
  await expect(price).toHaveText('0');
});

test('a number in the text is dragged: drawn on the way, counted once, followed by undo', async ({
  page,
}) => {
  const { price, says, small } = await inline(page);
  const [x, y] = await middle(price);
  await page.mouse.move(x, y);
  // What was moved before the code was here is made up for by the next move only.
  await expect(page.locator('#small input[data-slides="price"]')).toBeAttached();
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps: 6 });
  await expect(price).toHaveText('7');
  await expect(says).toContainText('The total is 2275');
  await expect(page).not.toHaveURL(/small\.price/);
  await page.mouse.move(x + 400, y, { steps: 3 });
  await page.mouse.up();
  await expect(price).toHaveText('10');
  await expect(says).toContainText('The total is 3250');
  await expect(page).toHaveURL(/small\.price=10/);
  await small.getByRole('button', { name: 'Move down: A cache' }).press('Control+z');
  await expect(price).toHaveText('2');
  await expect(says).toContainText('The total is 650');
});

test('a number that is in the hand when its experiment wakes is counted where it is let go, and nowhere before', async ({
  page,
}) => {
  // Pulled as soon as it can be held, while its experiment still wakes: only a page is as quick as that.
  await page.addInitScript(() => {
    const pulled = async (number: Element, x: number): Promise<void> => {
      while (!number.hasPointerCapture(1)) await Promise.resolve();
      for (const by of [24, 48, 72])
        number.dispatchEvent(
          new PointerEvent('pointermove', { pointerId: 1, clientX: x + by, buttons: 1 }),
        );
    };
    addEventListener('pointerdown', ({ target, clientX }) => {
      const awaited = new MutationObserver(() => {
        if (!document.querySelector('#small input[data-slides="price"]')) return;
        awaited.disconnect();
        void pulled(target as Element, clientX);
      });
      awaited.observe(document, { childList: true, subtree: true });
    });
  });
  let come = (): void => undefined;
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/experiment\.[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const { price, says, small } = await inline(page);
  const [x, y] = await middle(price);
  await page.mouse.move(x, y);
  await page.mouse.down();
  come();
  await expect(price).toHaveText('5');
  // Awake it follows; what was drawn until then has not been counted.
  await expect(async () => {
    for (const by of [120, 144]) await page.mouse.move(x + by, y);
    await expect(says).toContainText('The total is 2600', { timeout: 200 });
  }).toPass();
  await expect(page).not.toHaveURL(/small\.price/);
  await page.mouse.up();
  await expect(page).toHaveURL(/small\.price=8/);
  await small.getByRole('button', { name: 'Move down: A cache' }).press('Control+z');
  await expect(price).toHaveText('2');
});

test('a number in the text is typed, from a digit, Enter or a press on, and says what it cannot be', async ({
  page,
}) => {
  const { price, says, small } = await inline(page);
  const field = page.getByRole('textbox', { name: 'Price' });
  await price.press('ArrowRight');
  await expect(says).toContainText('The total is 975');
  await price.press('7');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(price).toBeFocused();
  await expect(price).toHaveText('7');
  await expect(says).toContainText('The total is 2275');
  await price.press('Enter');
  await field.fill('99');
  await page.keyboard.press('Tab');
  await expect(field).toBeHidden();
  await expect(price).toHaveText('10');
  // It is read out, too.
  const notice = small.locator('[data-part="notice"]');
  await expect(notice).toHaveText('Price cannot be 99 here; 10 is used.');
  await price.click();
  await field.fill('4');
  await page.keyboard.press('Escape');
  await expect(price).toHaveText('10');
  await price.click();
  await field.fill('abc');
  await page.keyboard.press('Enter');
  await expect(price).toHaveText('10');
  await expect(notice).toContainText('Price: “abc” cannot be read');
  await small.getByRole('button', { name: 'Move down: A cache' }).press('Control+z');
  await expect(price).toHaveText('7');
});

test('a number in the text shows what a link sets, and keeps what a link locks', async ({
  page,
}) => {
  const { price, says } = await inline(page, '?small.price=4&small.lock=price');
  await expect(price).toHaveText('4');
  await price.press('ArrowRight');
  await expect(says).toContainText('The total is 1300');
  await expect(price).toHaveText('4');
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 740 } });

  test('a number in the text is dragged sideways while the page stands still, and the page scrolls over it', async ({
    page,
  }) => {
    const { price, says } = await inline(page);
    // A tap opens a field, the first one too.
    await price.tap();
    await expect(page.getByRole('textbox', { name: 'Price' })).toBeFocused();
    await page.keyboard.press('Escape');
    const session = await page.context().newCDPSession(page);
    const touch = (type: string, touchPoints: object[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent' as never, { type, touchPoints } as never);
    const swipe = async (by: { readonly x: number; readonly y: number }): Promise<void> => {
      const [x, y] = await middle(price);
      await touch('touchStart', [{ x, y }]);
      for (let i = 1; i <= 8; i += 1) {
        await touch('touchMove', [{ x: x + (by.x * i) / 8, y: y + (by.y * i) / 8 }]);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await touch('touchEnd', []);
    };
    await middle(price);
    const top = await page.evaluate(() => scrollY);
    await swipe({ x: 72, y: 0 });
    await expect(price).toHaveText('5');
    await expect(says).toContainText('The total is 1625');
    expect(await page.evaluate(() => scrollY)).toBe(top);

    await swipe({ x: 0, y: -120 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 60);
    await expect(price).toHaveText('5');
  });
});

test('both are accessible, awake, in both themes and at 320 px', async ({ page }) => {
  const { price, small } = await inline(page);
  await price.press('ArrowRight');
  await small.locator('[data-surface]').scrollIntoViewIfNeeded();
  await expect(small.getByRole('button', { name: 'Move down: A cache' })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectReadable(page);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await ownChecks(page)).toEqual([]);
});

test('on paper and without a script the number is plain text in its sentence', async ({
  browser,
  page,
  site,
}) => {
  const still = await browser.newPage({ javaScriptEnabled: false, baseURL: site });
  const asleep = await inline(still);
  await expect(asleep.price).toHaveCount(0);
  await expect(asleep.says).toContainText('The total is 650');
  const sentence = (of: Page): Locator => of.locator('p', { has: of.locator('.dragged') });
  const words = 'At a price of 2, and with its first step chosen below, this is what comes of it:';
  expect((await sentence(still).innerText()).trim()).toBe(words);
  await still.close();

  const { price } = await inline(page);
  await price.focus();
  await expect(page.locator('#small input[data-slides="price"]')).toBeAttached();
  await price.press('ArrowRight');
  await page.emulateMedia({ media: 'print' });
  expect((await sentence(page).innerText()).trim()).toBe(words.replace('2', '3'));
  await expect(price).toHaveCSS('border-bottom-width', '0px');
});
