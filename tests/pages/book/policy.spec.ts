/** The policy of the pages is not only written in them: the browser refuses what it forbids. */
import { globSync, readFileSync } from 'node:fs';
import { attribute, parsePage } from '../../../scripts/book/html.ts';
import { policyElement, readPolicy } from '../../../scripts/book/policy.ts';
import { FIRST, PAGES, WEB, expect, test } from '../book.ts';

/** What a page may do, to the letter. */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'worker-src': "'self' blob:",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'book',
};

test('every page has the policy that is agreed, to the letter', () => {
  const files = globSync('dist/**/index.html');
  expect(files.length).toBeGreaterThanOrEqual(PAGES.length);
  for (const file of files) {
    const meta = policyElement(parsePage(readFileSync(file, 'utf8')));
    const policy = [...readPolicy(attribute(meta, 'content') ?? '')];
    const said = policy.map(([name, sources]) => [name, sources.join(' ')]);
    expect(Object.fromEntries(said), file).toEqual(POLICY);
  }
});

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
