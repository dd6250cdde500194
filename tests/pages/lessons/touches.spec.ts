/** What a touch fetches, apart from the visits: it opens windows of its own, and so hangs on all that is built. */
import { bytesOfTouches } from '../../../scripts/bench/weight.ts';
import { FEW, WEB, expect, test } from '../book.ts';

for (const lesson of FEW) {
  test(`${lesson}: who reads, and who touches something, fetches no more than it may weigh`, async ({
    browser,
    baseURL,
  }) => {
    const address = new URL(WEB.at(lesson), baseURL).href;
    for (const { name, limit, bytes } of await bytesOfTouches(browser, address)) {
      expect.soft(bytes, name).toBeGreaterThan(1_000);
      expect.soft(bytes, name).toBeLessThanOrEqual(limit);
    }
  });
}
