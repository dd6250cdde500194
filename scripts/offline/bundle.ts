/** Scripts and styles of all pages as one classic script and one sheet. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { attribute, named, textOf } from '../book/html.ts';
import { dataUrl, target } from './addresses.ts';
import type { Page } from './pages.ts';

const ENTRY = '\0book';

/** One script without imports, from module files; it runs where a page allows no module from a file. */
export async function oneScript(imports: readonly string[]): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    plugins: [
      {
        name: 'book',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) =>
          id === ENTRY ? imports.map((file) => `import ${JSON.stringify(file)};`).join('\n') : null,
        // Everything is in the one script: there is nothing to fetch ahead.
        transform: (code) => code.replaceAll(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]'),
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
