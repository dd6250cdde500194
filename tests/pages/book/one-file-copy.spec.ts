import { readFileSync, writeFileSync } from 'node:fs';
import { attribute, elements, parsePage } from '../../../scripts/book/html.ts';
import { hashOf, inlineTexts, policyElement, readPolicy } from '../../../scripts/book/policy.ts';
import { ALL } from '../../all.ts';
import { carriedText, wholeFile } from '../../../scripts/offline/whole.ts';
import { FILE, FIRST, PAGES, ONE_FILE, SECOND, expect, oneFile, test } from '../book.ts';

const text = readFileSync(FILE, 'utf8');
const file = parsePage(text);

test('the one file is light', () => {
  expect(Buffer.byteLength(text)).toBeLessThan(5_500_000);
});

test('nothing but what is in the one file may run or be fetched, to the letter', async () => {
  const { scripts, styles } = inlineTexts(file);
  const hashes = [...scripts, await carriedText(text, 'page.js')].map(hashOf);
  const policy = readPolicy(attribute(policyElement(file), 'content') ?? '');
  expect(
    Object.fromEntries([...policy].map(([name, sources]) => [name, sources.join(' ')])),
  ).toEqual({
    'default-src': "'none'",
    'script-src': `${hashes.join(' ')} 'wasm-unsafe-eval'`,
    'style-src': styles.map(hashOf).join(' '),
    'font-src': 'data:',
    'img-src': 'data: blob:',
    'worker-src': 'blob:',
    'connect-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'book one-file',
  });
});

test('every link inside the one file leads to a place in it, and no two have one id', async () => {
  const all = [...elements(parsePage(await wholeFile(text)))];
  const values = (name: string): string[] => all.flatMap((node) => attribute(node, name) ?? []);
  const ids = values('id');
  // What a set may bring waits in a template, which is no part of the document.
  const waiting = all
    .filter((node) => node.tagName === 'template')
    .flatMap((node) => [...elements(node)].flatMap((one) => attribute(one, 'id') ?? []));
  const pages = values('data-page');
  const places = new Set([...ids, ...pages.map((slug) => `/${slug}`)]);
  const dead = all
    .filter((node) => node.tagName === 'a')
    .flatMap((node) => attribute(node, 'href') ?? [])
    .filter((href) => /^(\?.*)?#/.test(href))
    .filter((href) => !places.has(decodeURIComponent(href.slice(href.indexOf('#') + 1))));
  expect(pages.length).toBe(PAGES.length);
  expect(dead).toEqual([]);
  expect(waiting.length).toBeGreaterThan(100);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at && !waiting.includes(id));
  expect(twice).toEqual([]);
});

test('the address that a lesson has on the web leads to it, and a page loaded again stands where it stood', async ({
  page,
}) => {
  await page.goto(`${ONE_FILE.at(`lessons/${SECOND}`)}/`);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('A model goes abroad');
  await expect(page.locator('book-question[data-awake]').first()).toBeAttached();
  await page.getByRole('heading', { name: /^Check yourself/ }).scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => scrollY);
  expect(at).toBeGreaterThan(1000);
  await page.reload();
  await expect(title).toHaveText('A model goes abroad');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(at / 2);
});

test.describe('a copy that is not whole', () => {
  /** What becomes of the copy, and what the reader is told above the page that is asked for. */
  const copies: [name: string, copy: () => string, told: RegExp][] = [
    ['ends in its data', () => text.slice(0, text.length * 0.6), /ends too early.*Get it again/],
    [
      'has its pages altered',
      () => text.replace(/data-asset="pages\/[^"]*">/, (tag) => `${tag}((`),
      /damaged.*be read/,
    ],
    [
      'ends in its pages',
      () => text.slice(0, text.indexOf(`<noscript data-page="${FIRST}"`) + 30_000),
      /ends too early/,
    ],
    ['has lost its code', () => text.replace('data-asset="page.js"', ''), /damaged.*be read/],
  ];
  for (const [name, copy, told] of ALL ? copies : copies.slice(0, 2)) {
    test(`and ${name} says so, and can be read`, async ({ page }, info) => {
      const path = info.outputPath('textbook.html');
      writeFileSync(path, copy());
      await page.goto(oneFile(path).at(FIRST));
      await expect(page.getByRole('alert').filter({ hasText: told })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Latency and throughput');
      await expect(page.locator('svg.figure:visible').first()).toBeVisible();
    });
  }
});
