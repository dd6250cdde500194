/** The policy of the pages is not only written in them: the browser refuses what it forbids. */
import { FIRST, WEB, expect, test } from '../book.ts';

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
