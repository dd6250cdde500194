/** Scripts and styles of all pages as one classic script and one sheet. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { attribute, elements, named, textOf } from '../book/html.ts';
import { dataUrl, target } from './addresses.ts';
import type { Page } from './pages.ts';

const ENTRY = '\0book';
const CODE = '\0code';
/** Asks for a file whose name stands in the page. */
const BY_NAME = /\bimport\((?=[\w$]+\))/g;

/** A module that brings, in place of `import()`, the files that the pages name. */
function codeModule(code: ReadonlyMap<string, string>): string {
  const files = [...code].map(([name, file]) => {
    return `${JSON.stringify(name)}: () => import(${JSON.stringify(file)})`;
  });
  return `const files = { ${files.join()} }; export const bring = (name) => files[name]?.();`;
}

/**
 * One script without imports, from module files; it runs where a page allows no module from a file. `code` holds the files that
 * are fetched by a name that stands in a page. In the place of files that `left` names there is nothing.
 */
export async function oneScript(
  imports: readonly string[],
  code: ReadonlyMap<string, string> = new Map(),
  left?: RegExp,
): Promise<string> {
  const modules = new Map([
    [ENTRY, imports.map((file) => `import ${JSON.stringify(file)};`).join('\n')],
    [CODE, codeModule(code)],
  ]);
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    plugins: [
      {
        name: 'book',
        resolveId: (id) => (modules.has(id) ? id : null),
        load: (id) => modules.get(id) ?? (left?.test(id) === true ? 'export {};' : null),
        transform: inside,
      },
    ],
    transform: {
      define: { 'import.meta.url': 'document.baseURI', 'import.meta.resolve': 'undefined' },
    },
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
  await bundle.close();
  if (output.length !== 1)
    throw new Error('The script of the one-file edition came out in several pieces.');
  return output[0].code;
}

/** Everything is in the one script: there is nothing to fetch, and nothing to fetch ahead. */
function inside(text: string): string {
  const alone = text.replaceAll(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]');
  const named = alone.replaceAll(BY_NAME, 'bringByName(');
  return named === alone
    ? alone
    : `import { bring as bringByName } from ${JSON.stringify(CODE)};${named}`;
}

/** The code of the experiments, by the name that each has in its page; it lies beside the script that asks for it. */
export function experimentCode(pages: readonly Page[], script: string): Map<string, string> {
  const placed = pages.flatMap((page) => [...elements(page.main)]);
  const names = placed.flatMap((node) => attribute(node, 'data-code')?.split(' ')[0] ?? []);
  return new Map(names.map((name) => [name, resolve(dirname(script), name)]));
}

/** A text that cannot end the tag it stands in. */
export function inTag(text: string, tag: 'script' | 'style'): string {
  return text.replaceAll(new RegExp(`</(?=${tag})`, 'gi'), '<\\/').replaceAll('<!--', '<\\!--');
}

/** The module files that the pages load, each once, in the order of the pages. */
export function moduleFiles(pages: readonly Page[], folder: string): string[] {
  const files = pages.flatMap((page) =>
    named(page.document, 'script')
      .filter((script) => attribute(script, 'type') === 'module')
      .map((script) => {
        const src = attribute(script, 'src');
        if (src === undefined) {
          throw new Error(
            `${page.file} has an inline module; the one-file edition takes files: ${textOf(script)}`,
          );
        }
        return resolve(folder, target(page.file, src).file);
      }),
  );
  return [...new Set(files)];
}

/** The classic scripts of the pages' heads (the theme, before anything is drawn), each once. */
export function classicScripts(pages: readonly Page[], folder: string): string[] {
  const files = pages.flatMap((page) =>
    named(page.document, 'script')
      .filter((script) => (attribute(script, 'type') ?? '') === '')
      .flatMap((script) => attribute(script, 'src') ?? [])
      .map((src) => resolve(folder, target(page.file, src).file)),
  );
  return [...new Set(files)].map((file) => inTag(readFileSync(file, 'utf8'), 'script'));
}

/** The style sheets of all pages, each once, with the fonts inside them. */
export function oneSheet(pages: readonly Page[], folder: string): string {
  const sheets = new Map<string, string>();
  for (const page of pages) {
    for (const link of named(page.document, 'link')) {
      if (attribute(link, 'rel') !== 'stylesheet') continue;
      const { file } = target(page.file, attribute(link, 'href') ?? '');
      const media = attribute(link, 'media');
      const css = withFiles(readFileSync(resolve(folder, file), 'utf8'), file, folder);
      sheets.set(file, media ? `@media ${media}{${css}}` : css);
    }
    for (const style of named(page.document, 'style')) sheets.set(textOf(style), textOf(style));
  }
  return inTag(forSections([...sheets.values()].join('\n')), 'style');
}

/** What the sheets say of a page's <main> holds for its section: same weight, so that the order decides as before. */
export function forSections(css: string): string {
  return css.replaceAll(
    /(?<![\w.#:"'=[-])main(?![\w-])(?=[^{}]*\{)/g,
    'section:where([data-page])',
  );
}

function withFiles(css: string, from: string, folder: string): string {
  return css.replace(
    /url\(\s*(["']?)([^"')]+)\1\s*\)/g,
    (whole: string, _quote, address: string) => {
      if (address.startsWith('data:') || address.startsWith('#')) return whole;
      const { file } = target(from, address);
      return `url(${dataUrl(file, readFileSync(resolve(folder, file)))})`;
    },
  );
}
