import { expect, test } from 'vitest';
import { pageText, parsePage } from '../../scripts/book/html.ts';
import {
  hashOf,
  inlineTexts,
  policyElement,
  readPolicy,
  renewHashes,
} from '../../scripts/book/policy.ts';
import {
  relativeTo,
  relinkCss,
  relinkPage,
  relinkScript,
  rooted,
} from '../../scripts/book/relative.ts';

test.each([
  ['index.html', '/', './'],
  ['index.html', '/lessons/a/', './lessons/a/'],
  ['lessons/a/index.html', '/', '../../'],
  ['lessons/a/index.html', '/lessons/b/#x', '../b/#x'],
  ['lessons/a/index.html', '/lessons/a/?q=1', './?q=1'],
  ['lessons/a/index.html', '/_astro/x.js', '../../_astro/x.js'],
  ['_astro/x.css', '/_astro/font.woff2', './font.woff2'],
])('seen from %s, %s is %s', (from, address, seen) => {
  expect(relativeTo(from, address)).toBe(seen);
  const meant = new URL(seen, `http://book/some/where/${from}`).pathname;
  expect(meant).toBe(new URL(address, 'http://book').pathname.replace(/^\//, '/some/where/'));
});

test.each(['#here', './x', '../x', 'https://example.org/', '//example.org/x', 'data:,x'])(
  '%s stays as it is',
  (address) => {
    expect(relativeTo('a/b.html', address)).toBe(address);
  },
);

test.each([
  ['/', '/lessons/a/'],
  ['/book/', '/book/lessons/a/'],
])('a page for any depth names the book’s place %s', (place, seen) => {
  const page = parsePage(
    '<a href="/lessons/a/">x</a><a href="//example.org/">y</a><a href="#z">z</a>',
  );
  relinkPage(page, '404.html', place);
  expect([...pageText(page).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    seen,
    '//example.org/',
    '#z',
  ]);
});

const PAGE = `<!doctype html><html><head>
<meta http-equiv="content-security-policy" content="script-src 'self' 'sha256-old='; style-src 'self'">
<link rel="stylesheet" href="/_astro/a.css"></head><body>
<img srcset="/a.png 1x, /b.png 2x" src="/a.png" alt=""><a href="/">home</a>
<script type="module">import"/_astro/x.js";</script><script type="application/json">{"href":"/"}</script>
</body></html>`;

test('a page deep in the book no longer names the root, and its policy names the script it now has', () => {
  const page = parsePage(PAGE);
  relinkPage(page, 'lessons/a/index.html');
  renewHashes(page);
  const text = pageText(page);
  expect(text).toContain('srcset="../../a.png 1x, ../../b.png 2x"');
  expect(text).toContain('import"../../_astro/x.js"');
  expect(text).toContain('{"href":"/"}');
  expect(text).not.toMatch(/(href|src)="\/[^/]/);
  const [script = ''] = inlineTexts(page).scripts;
  const policy = policyElement(page).attrs.find((attr) => attr.name === 'content')?.value ?? '';
  expect(readPolicy(policy).get('script-src')).toEqual(["'self'", hashOf(script)]);
});

test('to relink twice is to relink once', () => {
  const page = parsePage(PAGE);
  relinkPage(page, 'lessons/a/index.html');
  const once = pageText(page);
  relinkPage(page, 'lessons/a/index.html');
  expect(pageText(page)).toBe(once);
});

test('style sheets and scripts point at their neighbours', () => {
  expect(relinkCss('a{b:url("/_astro/f.woff2")}', '_astro/s.css')).toBe('a{b:url("./f.woff2")}');
  expect(relinkCss('a{b:url(/f.png)}', 'x/y.css')).toBe('a{b:url(../f.png)}');
  const script = 'import{a}from"/_astro/b.js";const c=()=>import("/_astro/d.js");const e="/x"';
  expect(relinkScript(script, '_astro/a.js')).toBe(
    'import{a}from"./b.js";const c=()=>import("./d.js");const e="/x"',
  );
});

test('an address that escaped the rewriting is seen', () => {
  expect(rooted('import("./d.js");a="/_astro/e.js"')).toEqual(['"/_astro/e.js']);
  expect(rooted('import("./d.js");a="./_astro/e.js"')).toEqual([]);
});

test('a script that fetches ahead as Vite does it, by an address from the root, is seen', () => {
  const vite = 'let t=new Event(`vite:preloadError`,{cancelable:!0});';
  expect(() => relinkScript(vite, '_astro/a.js')).toThrow('fetch-ahead.mjs');
});
