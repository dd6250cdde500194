import { FIRST, LESSONS, WEB, type Page, expect, test } from './book.ts';

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
const PAGES = ['', ...LESSONS, 'about'];

/** Bytes as they came over the wire, fonts apart. */
async function weigh(
  page: Page,
  address: string,
): Promise<{ text: () => number; fonts: () => number }> {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  await session.send('Network.enable');
  await page.goto(address, { waitUntil: 'load' });
  const sum = (fonts: boolean): number =>
    [...bytes]
      .filter(([id]) => (kinds.get(id) === 'Font') === fonts)
      .reduce((total, [, size]) => total + size, 0);
  return { text: () => sum(false), fonts: () => sum(true) };
}

for (const name of PAGES) {
  const called = name === '' ? 'the front page' : name;

  test(`${called} is light, with its folds open too`, async ({ page }) => {
    const { text, fonts } = await weigh(page, WEB.at(name));
    expect(text()).toBeGreaterThan(2_000);
    expect(text()).toBeLessThan(60_000);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await page.waitForLoadState('networkidle');
    expect(text()).toBeLessThan(60_000);
    expect(fonts()).toBeLessThan(100_000);
    expect(await page.locator('*').count()).toBeLessThanOrEqual(1_500);
  });

  test(`${called} has exactly the policy that was agreed, and nothing moves while it loads`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const moved = { sum: 0 };
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          moved.sum += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(WEB.at(name), { waitUntil: 'networkidle' });
    const text = await page
      .locator('meta[http-equiv="content-security-policy"]')
      .getAttribute('content');
    const policy = Object.fromEntries(
      (text ?? '')
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .filter(([directive]) => directive)
        .map(([directive, ...sources]) => [directive, sources.join(' ')]),
    );
    expect(policy).toEqual(POLICY);
    expect(
      await page.evaluate(() => (globalThis as never as { moved: { sum: number } }).moved.sum),
    ).toBeLessThan(0.01);
  });
}

test('markup that did not pass the one door is refused by the browser', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const refused = await page.evaluate(() => {
    try {
      // eslint-disable-next-line no-restricted-syntax -- the very thing that must be refused
      document.body.insertAdjacentHTML('beforeend', '<p>smuggled</p>');
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
});
test.use({ expectedFaults: /requires 'TrustedHTML'|TrustedHTML/ });
