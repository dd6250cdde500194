/** The pages of an edition on paper as one document: lessons in their parts, answers, glossary and data, with links that stay inside. */
import { join } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { parseFragment } from 'parse5';
import {
  type Element,
  append,
  attribute,
  element,
  elements,
  named,
  pageText,
  remove,
  setAttribute,
  setText,
  textOf,
} from '../book/html.ts';
import { OUTSIDE, target } from '../offline/addresses.ts';
import { uniqueIds } from '../offline/ids.ts';
import { readPages, type Page } from '../offline/pages.ts';
import { qrCode } from '../../src/components/qr-code.ts';
import { chosen, partsIn, type Chosen, type Part } from './contents.ts';

/** Pages that stand behind the lessons, by the folder that they have in the book. */
const BEHIND = ['glossary', 'data-sets'] as const;
const KEY = 'teachers/key/';

/** A section of the edition: a lesson, or what stands behind them. */
export interface Section {
  /** What its element is called in the document, and the e-book’s file of it. */
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly main: Element;
}

/** An edition as it is read, before it is drawn on pages. */
export interface Edition {
  readonly chosen: Chosen;
  readonly sections: readonly Section[];
  /** The style sheets that its pages have, by their paths in the built book. */
  readonly sheets: readonly string[];
}

const is = (node: Element, name: string): boolean =>
  (attribute(node, 'class') ?? '').split(/\s+/).includes(name);

/** Reads what a word asks for out of a built book; `site` is where the book stands on the web, if it does. */
export function edition(folder: string, word: string, site?: string): Edition {
  const pages = readPages(folder);
  const front = pages[0] as Page;
  const title = textOf(named(front.main, 'h1')[0] ?? front.main).trim();
  const picked = chosen(partsIn(front.main), word, title);
  const bySlug = new Map(pages.map((page) => [page.file, page]));
  const lessons = picked.parts.flatMap(({ lessons: some, title: part }) =>
    some.flatMap(({ slug }) => {
      const page = bySlug.get(`lessons/${slug}/index.html`);
      return page ? [{ page, part }] : [];
    }),
  );
  const behind = BEHIND.flatMap((name) => bySlug.get(`${name}/index.html`) ?? []);
  keepUsed(
    behind,
    lessons.map(({ page }) => page),
  );
  const answers = answersOf(pages, new Set(lessons.map(({ page }) => page.slug)));
  const kept = [...lessons.map(({ page }) => page), answers, ...behind.filter(hasEntries)];
  const links = linker(folder, kept, site);
  for (const page of kept) for (const node of [...elements(page.main)]) links(page, node);
  if (site !== undefined) for (const page of kept) addresses(page, site);
  const parts = new Map(lessons.map(({ page, part }) => [page, part]));
  const sheets = new Set(kept.flatMap((page) => sheetsOf(page)));
  return {
    chosen: picked,
    sheets: [...sheets],
    sections: kept.map((page) => ({
      id: `page-${page.slug}`,
      title: textOf(named(page.main, 'h1')[0] ?? page.main).trim(),
      part: parts.get(page) ?? '',
      main: page.main,
    })),
  };
}

function sheetsOf(page: Page): string[] {
  return named(page.document, 'link').flatMap((link) =>
    attribute(link, 'rel') === 'stylesheet'
      ? [target(page.file, attribute(link, 'href') ?? '').file]
      : [],
  );
}

/** Leaves of glossary and data sets what these lessons use. */
function keepUsed(behind: readonly Page[], lessons: readonly Page[]): void {
  const used = new Set(
    lessons.flatMap(({ slug, main }) =>
      [...elements(main)].flatMap((node) => {
        if (is(node, 'data-card')) return nameOf(node);
        const term = attribute(node, 'popovertarget');
        return term === undefined ? [] : term.replace(`term-${slug}-`, 'word-');
      }),
    ),
  );
  for (const { main } of behind)
    for (const node of [...elements(main)]) {
      const [word] = node.tagName === 'div' ? named(node, 'dt') : [];
      const id = word && attribute(word, 'id');
      if (id?.startsWith('word-') && !used.has(id)) remove(node);
      else if (is(node, 'data-card') && !used.has(nameOf(node))) remove(node);
    }
}

/** Whether any word or data set is left. */
const hasEntries = ({ main }: Page): boolean => named(main, 'dt', 'details').length > 0;

/** What a data card is about. */
const nameOf = (card: Element): string => textOf(named(card, 'summary')[0] ?? card).trim();

/** Where an experiment runs, as a code beside its question; and where that is done which paper cannot do. */
function addresses({ file, main }: Page, site: string): void {
  const page = new URL(file.replace(/index\.html$/, ''), site).href;
  for (const node of [...elements(main)]) {
    if (attribute(node, 'data-part') === 'address') setText(node, page);
    if (!is(node, 'experiment-head')) continue;
    const experiment = experimentOf(node);
    const at = `${page}#${(experiment && attribute(experiment, 'id')) ?? ''}`;
    const code = element('figure', { class: 'paper-qr' });
    for (const one of parseFragment(qrCode(at).markup).childNodes.slice()) append(code, one);
    append(node, code);
  }
}

function experimentOf(node: Element): Element | undefined {
  for (let one = node.parentNode; one && 'tagName' in one; one = one.parentNode)
    if (is(one, 'experiment')) return one;
  return undefined;
}

/** The answers to the questions of these lessons: the teachers’ key without what is for teachers alone. */
function answersOf(pages: readonly Page[], slugs: ReadonlySet<string>): Page {
  const keys = pages.filter(({ file }) => file.startsWith(KEY) && file !== `${KEY}index.html`);
  const main = parseMain('<article class="prose answers"><h1>Answers</h1></article>');
  const article = named(main, 'article')[0] as Element;
  const found = new Map<string, Element>();
  for (const key of keys)
    for (const lesson of named(key.main, 'section').filter((one) => is(one, 'key-lesson'))) {
      const slug = (attribute(lesson, 'id') ?? '').replace(/^teach-/, '');
      if (!slugs.has(slug)) continue;
      for (const node of [...elements(lesson)]) {
        if (is(node, 'key-question')) leadBack(node);
        if (is(node, 'key-teach') || is(node, 'key-prompt') || is(node, 'key-wrong')) remove(node);
      }
      found.set(slug, lesson);
    }
  for (const slug of slugs) {
    const lesson = found.get(slug);
    if (lesson && named(lesson, 'h3').length > 0) append(article, lesson);
  }
  const { document } = keys[0] as Page;
  return { file: `${KEY}answers/index.html`, slug: 'answers', title: 'Answers', document, main };
}

/** The heading of an answer leads to its question. */
function leadBack(answer: Element): void {
  const [heading] = named(answer, 'h3');
  const id = attribute(answer, 'data-of');
  if (!heading || id === undefined) return;
  setAttribute(answer, 'id', `answer-${id}`);
  const [asked] = [...elements(answer)].filter((node) => is(node, 'key-prompt'));
  const words = `${textOf(heading).trim()}: ${asked ? beginningOf(textOf(asked)) : ''}`;
  const link = element('a', { href: `#question-${id}` });
  setText(link, words);
  heading.childNodes = [];
  append(heading, link);
}

/** How a question begins, in whole words. */
function beginningOf(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return words.length <= 70 ? words : `${words.slice(0, words.lastIndexOf(' ', 70))} …`;
}

function parseMain(html: string): Element {
  const main = element('main');
  for (const node of [...parseFragment(html).childNodes]) append(main, node);
  return main;
}

/**
 * Turns a link into one that the edition can follow: to a section or a place in it, or on the web. Where neither holds, its words
 * stay and the link goes.
 */
function linker(
  folder: string,
  pages: readonly Page[],
  site: string | undefined,
): (page: Page, node: Element) => void {
  const ids = uniqueIds(pages, new Set());
  const slugs = new Map(pages.map(({ file, slug }) => [file, slug]));
  const places = new Set(
    pages.flatMap(({ main }) => [...elements(main)].flatMap((node) => attribute(node, 'id') ?? [])),
  );
  return ({ file: from }, node) => {
    if (node.tagName !== 'a') return;
    const href = attribute(node, 'href');
    if (href === undefined || OUTSIDE.test(href)) return;
    const { file, query, hash } = target(from, href);
    const slug = slugs.get(file) ?? (href.startsWith('#') ? '' : undefined);
    const named = decodeURIComponent(hash);
    const id = (slug !== undefined && ids.get(slug)?.get(named)) || named;
    const onWeb = site === undefined ? undefined : new URL(href, new URL(from, site)).href;
    if (slug !== undefined && query === '' && (id === '' || places.has(id)))
      setAttribute(node, 'href', `#${id === '' ? `page-${slug}` : id}`);
    else if (onWeb !== undefined && existsSync(join(folder, file)))
      setAttribute(node, 'href', onWeb);
    else setAttribute(node, 'href', undefined);
  };
}

/** What a document is made with, besides its pages. */
export interface Making {
  /** Faces of its fonts, as a style sheet has them, and one more sheet by its path. */
  readonly faces: string;
  readonly sheet: string;
  readonly release: string;
  readonly author: string;
}

/** The document’s text: title, room for contents, lessons in their parts, and what stands behind them. */
export function documentOf(
  { chosen: { title, parts }, sections, sheets }: Edition,
  { faces, sheet, release, author }: Making,
): string {
  const links = sheets.map((name) => `<link rel="stylesheet" href="/${name}">`).join('');
  const heads = sections.map((section, i) => runningHead(section, `section-${i}`)).join('');
  const style = `<style>${faces}${readFileSync(sheet, 'utf8')}${heads}</style>`;
  const hasParts = parts.length > 1;
  const texts = sections.map((section, i) => {
    const part = parts.find((one) => one.title !== '' && one.title === section.part);
    const opens = part && hasParts && sections[i - 1]?.part !== section.part;
    if (part && hasParts) lowerHeadings(section.main);
    setAttribute(section.main, 'id', section.id);
    setAttribute(section.main, 'data-title', section.title);
    return `${opens ? partHead(part) : ''}${outer(section.main)}`;
  });
  const front = `<header class="title-page"><p class="paper-title">${escaped(title)}</p><p>${escaped(author)}</p><p>${escaped(release)}</p><p>${LICENCE}</p></header>`;
  return `<!doctype html><html lang="en" data-edition="paper"><head><meta charset="utf-8"><title>${escaped(title)}</title>${links}${style}</head><body>${front}<div class="paper-contents">…</div>${texts.join('')}</body></html>`;
}

/** What stands at the head of each page of a section: a page of a name of its own has it. */
const runningHead = ({ id, title }: Section, page: string): string =>
  `#${id}{page:${page}}@page ${page}{@top-left{content:${JSON.stringify(title).replaceAll('<', '\\3c ')};font:8pt 'Paper Sans',sans-serif}}`;

const LICENCE =
  'Text: Creative Commons Attribution 4.0 International. Code: MIT. Each data set has a licence of its own, at the end.';

/** A lesson’s headings stand a level below that of its part; for ears and bookmarks alone. */
function lowerHeadings(main: Element): void {
  for (const node of elements(main)) {
    const [, level] = /^h([1-5])$/.exec(node.tagName) ?? [];
    if (level !== undefined) setAttribute(node, 'aria-level', String(Number(level) + 1));
  }
}

const partHead = ({ id, kicker, title, purpose }: Part): string =>
  `<section class="part" id="part-${id}"><h1><span class="kicker">${escaped(kicker)}</span> ${escaped(title)}</h1><p>${escaped(purpose)}</p></section>`;

function outer(node: Element): string {
  const holder = element('div');
  append(holder, node);
  return pageText(holder);
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
