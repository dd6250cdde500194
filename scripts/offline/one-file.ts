/** The whole book as one document: every page's <main> as a section, scripts, styles, data and fonts inside. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
import {
  classicScripts,
  experimentCode,
  inTag,
  moduleFiles,
  oneScript,
  oneSheet,
} from './bundle.ts';
import { carriedFiles, carrier, shelf } from './carry.ts';
import { EDITIONS, keptFinds, keptPages, plainFiles } from './package.ts';
import { readPages } from './pages.ts';
import { joinPages } from './sections.ts';
import { split, whole } from './split.ts';

/** The file that search and list of lessons are made of. */
const FOUND = 'search.json';

/** What starts the one file and shows one page at a time: a script and style sheets. */
interface Making {
  readonly script: string;
  readonly styles: readonly string[];
  readonly edition: keyof typeof EDITIONS;
}

/** Makes the one file from a built book and returns its text. */
export async function oneFile(folder: string, making: Making): Promise<string> {
  const left = EDITIONS[making.edition];
  const isPackage = making.edition === 'package';
  const [front, ...others] = keptPages(readPages(folder), left);
  if (!front) throw new Error('The book has no page.');
  const pages = [front, ...others] as const;
  const own = making.styles.map((name) => readFileSync(name, 'utf8'));
  const sheet = [oneSheet(pages, folder), ...own].join('\n');
  const first = classicScripts(pages, folder);
  const start = inTag(await oneScript([resolve(making.script)]), 'script');
  const files = moduleFiles(pages, folder);
  const code = await oneScript(files, experimentCode(pages, files[0] ?? ''), left?.code);

  const addressOf = joinPages(pages, folder);
  const shell = front.document;
  clean(shell);
  setAttribute(only(shell, 'html'), 'data-edition', 'one-file');
  const head = only(shell, 'head');
  for (const text of [...first, start]) append(head, filled('script', text));
  append(head, filled('style', sheet));
  const body = only(shell, 'body');
  const found: unknown = JSON.parse(readFileSync(join(folder, FOUND), 'utf8'));
  const carried = [
    splitPages(front.main, making.edition === 'instructor'),
    carrier('page.js', code),
    carrier(FOUND, relinkedFound(keptFinds(found, left), addressOf)),
    ...carriedFiles(folder, left?.code),
    ...(isPackage ? plainFiles(folder) : []),
  ];
  for (const node of carried) append(body, node);
  // A file that lacks its end has been cut short.
  append(body, element('i', { 'data-end': '', hidden: '' }));
  closePolicy(shell, code, isPackage ? "'self'" : "'none'");
  return pageText(shell);
}

/** What can be found, with every address as the one file has it. */
function relinkedFound(found: unknown, addressOf: (address: string) => string): string {
  return JSON.stringify(
    JSON.parse(JSON.stringify(found), (key, value: unknown) =>
      key === 'href' && typeof value === 'string' ? addressOf(value) : value,
    ),
  );
}

/**
 * Leaves in the place of each page what can be read without script, and returns the rests, packed together. An instructor
 * composes and grades, which needs script: in their file that is the front page alone.
 */
function splitPages(main: Element, isForScript: boolean): Element {
  const sections = named(main, 'section').filter((one) => attribute(one, 'data-page'));
  const rests = new Map(
    sections.map((section) => {
      const slug = attribute(section, 'data-page') ?? '';
      const { plain, rest } = isForScript && slug !== 'front' ? whole(section) : split(section);
      if (/<\/?noscript/i.test(plain))
        throw new Error(`The page ${slug} has a noscript of its own.`);
      append(main, filled('noscript', plain, { 'data-page': slug }));
      return [`pages/${slug}`, JSON.stringify(rest)];
    }),
  );
  return shelf([...rests.keys()], (name) => rests.get(name) ?? '');
}

function filled(name: string, text: string, attributes: Record<string, string> = {}): Element {
  const node = element(name, attributes);
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

/** Nothing but what is in the page may run or be shown, and nothing else be fetched; packed code runs by its own hash. */
function closePolicy(shell: Document, code: string, connects: string): void {
  const meta = policyElement(shell);
  const policy = readPolicy(attribute(meta, 'content') ?? '');
  const { scripts, styles } = inlineTexts(shell);
  policy.set('default-src', ["'none'"]);
  policy.set('script-src', [...[...scripts, code].map(hashOf), "'wasm-unsafe-eval'"]);
  policy.set('style-src', styles.map(hashOf));
  policy.set('font-src', ['data:']);
  policy.set('img-src', ['data:', 'blob:']);
  policy.set('worker-src', ['blob:']);
  policy.set('connect-src', [connects]);
  policy.set('trusted-types', [...(policy.get('trusted-types') ?? []), 'one-file']);
  setAttribute(meta, 'content', writePolicy(policy));
}
