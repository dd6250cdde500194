/** Addresses that start at the server's root, rewritten so that the book runs at any sub-path. */
import { type Document, type Element, attribute, elements, setText, textOf } from './html.ts';

const ADDRESSES = new Set(['href', 'src', 'poster', 'action', 'data']);
const ADDRESS_LISTS = new Set(['srcset', 'imagesrcset']);

/** `/a/b.js` as seen from the file `from` (a path below the root, no leading slash); other addresses stay. */
export function relativeTo(from: string, address: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(address) ?? [];
  const here = from.split('/').slice(0, -1);
  const there = path.split('/');
  const file = there.pop() ?? '';
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared])
    shared += 1;
  const up = here.slice(shared).map(() => '..');
  const steps = [...up, ...there.slice(shared)].map((step) => `${step}/`).join('');
  const start = steps.startsWith('../') ? '' : './';
  return `${start}${steps}${file}${rest}`;
}

/**
 * Rewrites every address of a page that starts at the root; inline scripts and styles included. A page that is shown at
 * any depth, as the one for missing pages is, needs the `place` of the book on its server (`/` or `/book/`).
 */
export function relinkPage(page: Document, from: string, place?: string): void {
  const seen = (address: string): string =>
    place === undefined ? relativeTo(from, address) : address.replace(/^\/(?!\/)/, place);
  for (const node of elements(page)) {
    for (const { name, value } of [...node.attrs]) {
      if (ADDRESSES.has(name)) setInPlace(node, name, seen(value));
      if (ADDRESS_LISTS.has(name)) setInPlace(node, name, relinkList(value, from));
    }
    if (node.tagName === 'style') replaceText(node, (css) => relinkCss(css, from));
    if (node.tagName === 'script' && attribute(node, 'type') === 'module') {
      replaceText(node, (js) => relinkScript(js, from));
    }
  }
}

// Keeps the place of the attribute, so that a page changes no more than it must.
function setInPlace(node: Element, name: string, value: string): void {
  const found = node.attrs.find((attr) => attr.name === name);
  if (found) found.value = value;
}

function replaceText(node: Element, change: (text: string) => string): void {
  const before = textOf(node);
  const after = change(before);
  if (after !== before) setText(node, after);
}

function relinkList(list: string, from: string): string {
  return list
    .split(',')
    .map((part) => {
      const [address = '', ...size] = part.trim().split(/\s+/);
      return [relativeTo(from, address), ...size].join(' ');
    })
    .join(', ');
}

/** Rewrites `url(/…)` in a style sheet. */
export function relinkCss(css: string, from: string): string {
  return css.replace(
    /url\(\s*(["']?)(\/[^"')]*)\1\s*\)/g,
    (_, quote: string, address: string) => `url(${quote}${relativeTo(from, address)}${quote})`,
  );
}

const IMPORT = /(\bimport\s*\(?\s*|\bfrom\s*)(["'`])(\/(?!\/)[^"'`]*)\2/g;
/** Rewrites the module paths of a script; `from` is the file it is in (or the page, for an inline one). */
export function relinkScript(js: string, from: string): string {
  if (js.includes('vite:preloadError')) {
    throw new Error(
      `${from} fetches files ahead as Vite does it, and not as scripts/build/fetch-ahead.mjs.`,
    );
  }
  return js.replace(IMPORT, (_, before: string, quote: string, address: string) => {
    return `${before}${quote}${relativeTo(from, address)}${quote}`;
  });
}

/** The addresses of built files that still start at the root: a script that puts one together escaped the rewriting. */
export function rooted(text: string): string[] {
  return text.match(/["'`(]\/_astro\/[^"'`)]*/g) ?? [];
}
