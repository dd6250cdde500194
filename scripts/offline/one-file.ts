/** The whole book as one document: every page's <main> as a section, scripts, styles, data and fonts inside. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Document,
  type Element,
  append,
  attribute,
  element,
  named,
  only,
  pageText,
  remove,
  setAttribute,
  setText,
} from '../book/html.ts';
import { hashOf, inlineTexts, policyElement, readPolicy, writePolicy } from '../book/policy.ts';
import { carriedAssets } from './assets.ts';
import { classicScripts, moduleFiles, oneScript, oneSheet } from './bundle.ts';
import { readPages } from './pages.ts';
import { joinPages } from './sections.ts';

/** What shows one page at a time: a script and a style sheet. */
interface Pager {
  readonly script: string;
  readonly styles: string;
}

/** Makes the one file from a built book and returns its text. */
export async function oneFile(folder: string, pager: Pager): Promise<string> {
  const pages = readPages(folder);
  const [front] = pages;
  if (!front) throw new Error('The book has no page.');
  const sheet = `${oneSheet(pages, folder)}\n${readFileSync(pager.styles, 'utf8')}`;
  const first = classicScripts(pages, folder);
  const script = await oneScript([...moduleFiles(pages, folder), resolve(pager.script)]);

  joinPages(pages, folder);
  const shell = front.document;
  clean(shell);
  setAttribute(only(shell, 'html'), 'data-edition', 'one-file');
  const head = only(shell, 'head');
  append(head, filled('style', sheet));
  for (const text of first) append(head, filled('script', text));
  const body = only(shell, 'body');
  for (const asset of carriedAssets(folder)) append(body, asset);
  append(body, filled('script', script));
  closePolicy(shell);
  return pageText(shell);
}

function filled(name: string, text: string): Element {
  const node = element(name);
  setText(node, text);
  return node;
}

/** Takes out of the front page's document what the one file carries in itself. */
function clean(shell: Document): void {
  for (const script of named(shell, 'script')) {
    const type = attribute(script, 'type') ?? '';
    if (type === '' || type === 'module') remove(script);
  }
  for (const node of named(shell, 'style', 'link')) {
    if (attribute(node, 'rel') !== 'icon') remove(node);
  }
}

/** Nothing but what is in the page may run or be shown, and nothing may be fetched. */
function closePolicy(shell: Document): void {
  const meta = policyElement(shell);
  const policy = readPolicy(attribute(meta, 'content') ?? '');
  const { scripts, styles } = inlineTexts(shell);
  policy.set('default-src', ["'none'"]);
  policy.set('script-src', [...scripts.map(hashOf), "'wasm-unsafe-eval'"]);
  policy.set('style-src', styles.map(hashOf));
  policy.set('font-src', ['data:']);
  policy.set('img-src', ['data:', 'blob:']);
  policy.set('connect-src', ["'none'"]);
  setAttribute(meta, 'content', writePolicy(policy));
}
