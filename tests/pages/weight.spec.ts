import { openFolds } from './access-checks.ts';
import { FIRST, PAGES, WEB, type Page, expect, test } from './book.ts';

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

/** Notes from the first moment on how far the page's parts have been moved about. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const moved = { sum: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as never as { moved: { sum: number } }).moved.sum);
}

async function policyOf(page: Page): Promise<Record<string, string>> {
  const meta = page.locator('meta[http-equiv="content-security-policy"]');
  const directives = ((await meta.getAttribute('content')) ?? '')
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .filter(([directive]) => directive);
  return Object.fromEntries(
    directives.map(([directive, ...sources]) => [directive, sources.join(' ')]),
  );
}

for (const name of PAGES) {
  const called = name === '' ? 'the front page' : name;

  test(`${called} is light, moves nothing while it loads, and has exactly the policy agreed`, async ({
    page,
  }) => {
    const moved = await watchShifts(page);
    const { text, fonts } = await weigh(page, WEB.at(name));
    expect.soft(text(), 'bytes').toBeGreaterThan(2_000);
    expect.soft(text(), 'bytes').toBeLessThan(60_000);
    expect.soft(await policyOf(page)).toEqual(POLICY);
    await page.waitForLoadState('networkidle');
    expect.soft(await moved(), 'layout shift').toBeLessThan(0.01);
    await openFolds(page);
    await page.waitForLoadState('networkidle');
    expect.soft(text(), 'bytes with the folds open').toBeLessThan(60_000);
    expect.soft(fonts(), 'bytes of fonts').toBeLessThan(100_000);
    expect.soft(await page.locator('*').count(), 'elements').toBeLessThanOrEqual(1_500);
  });
}

test.describe('what the policy refuses', () => {
  test.use({ expectedFaults: /requires 'TrustedHTML'/ });

  test('markup that did not pass the one door never enters the page', async ({ page }) => {
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
});
