/** An e-book by the rules of EPUB 3.3: its files, packed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';
import type { Chapter } from './chapters.ts';
import { escaped } from './document.ts';
import type { About } from './mend.ts';

const NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';
/** The family of what is drawn. */
const FIGURES = 'Paper Sans';
const SHEET = new URL('epub.css', import.meta.url);

/** What it says of how it can be read: what is there, and nothing that only a person can judge. */
const ACCESS = [
  ['schema:accessMode', 'textual'],
  ['schema:accessMode', 'visual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'alternativeText'],
  ['schema:accessibilityFeature', 'displayTransformability'],
  ['schema:accessibilityFeature', 'readingOrder'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityHazard', 'none'],
  [
    'schema:accessibilitySummary',
    'Every figure has a text alternative and, where it shows a run, the same as a table. Predictions stand before a page of their own. A script has checked this; no person has certified it.',
  ],
] as const;

const xhtml = (title: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html ${NAMESPACES} lang="en" xml:lang="en"><head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>${body}</body></html>`;

/** A typeface that the e-book brings along. */
interface Font {
  readonly family: string;
  readonly path: string;
  readonly rule: string;
  readonly bytes: Uint8Array;
}

/**
 * The packed e-book. The same chapters of the same release give the same bytes. Text is in the reader's typeface; what is drawn
 * is in its own, since its words have no more room than they were measured for.
 */
export function epubOf(
  chapters: readonly Chapter[],
  about: About,
  fonts: readonly Font[],
): Uint8Array {
  const drawn = fonts.filter(({ family }) => family === FIGURES);
  const files = chapters.flatMap(({ id, title, files: some }) =>
    some.map((one, i) => ({ ...one, title, name: `${id}${i === 0 ? '' : `-${i + 1}`}.xhtml` })),
  );
  const places = new Map(files.flatMap(({ ids, name }) => ids.map((id) => [id, name] as const)));
  const led = (body: string, from: string): string =>
    body.replaceAll(/ href="#([^"]*)"/g, (_, id: string) => {
      const file = places.get(id);
      return file === undefined ? '' : ` href="${file === from ? '' : file}#${id}"`;
    });
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const pages = files.map(
    ({ name, title, body }) => [name, text(xhtml(title, led(body, name)))] as const,
  );
  const packed: Zippable = {
    mimetype: [text('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': text(
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'OEBPS/book.opf': text(packageOf(files, drawn, about)),
    'OEBPS/contents.xhtml': text(contentsOf(chapters, places, about)),
    'OEBPS/style.css': text(
      drawn.map(({ rule }) => `${rule}\n`).join('') + readFileSync(SHEET, 'utf8'),
    ),
    ...Object.fromEntries(drawn.map(({ path, bytes }) => [`OEBPS/${path}`, bytes])),
    ...Object.fromEntries(pages.map(([name, bytes]) => [`OEBPS/${name}`, bytes])),
  };
  return zipSync(packed, { level: 9, mtime: new Date(`${about.day}T12:00:00`) });
}

interface File {
  readonly name: string;
  readonly hasSvg: boolean;
}

function packageOf(
  files: readonly File[],
  fonts: readonly Font[],
  { title, author, release, day }: About,
): string {
  const hex = createHash('sha256').update(`${title} ${release}`).digest('hex');
  const id = [8, 4, 4, 4, 12].reduce<readonly [string[], number]>(
    ([parts, at], length) => [[...parts, hex.slice(at, at + length)], at + length],
    [[], 0],
  )[0];
  const items = files.map(
    ({ name, hasSvg }, i) =>
      `<item id="f${i}" href="${name}" media-type="application/xhtml+xml"${hasSvg ? ' properties="svg"' : ''}/>`,
  );
  const faces = fonts.map(
    ({ path }, i) => `<item id="t${i}" href="${path}" media-type="font/woff2"/>`,
  );
  const access = ACCESS.map(
    ([property, value]) => `<meta property="${property}">${escaped(value)}</meta>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:${id.join('-')}</dc:identifier><dc:title>${escaped(title)}</dc:title><dc:language>en</dc:language><dc:creator>${escaped(author)}</dc:creator><dc:description>${escaped(release)}</dc:description><meta property="dcterms:modified">${day}T12:00:00Z</meta>${access.join('')}</metadata><manifest><item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="style" href="style.css" media-type="text/css"/>${items.join('')}${faces.join('')}</manifest><spine><itemref idref="contents"/>${files.map((_, i) => `<itemref idref="f${i}"/>`).join('')}</spine></package>`;
}

/** The contents: parts with their lessons, and the sections of each. */
function contentsOf(
  chapters: readonly Chapter[],
  places: ReadonlyMap<string, string>,
  { title }: About,
): string {
  const at = (id: string): string => `${places.get(id) ?? ''}#${id}`;
  const line = (id: string, words: string, below = ''): string =>
    `<li><a href="${at(id)}">${escaped(words)}</a>${below === '' ? '' : `<ol>${below}</ol>`}</li>`;
  const lines: string[] = [];
  let part: { readonly id: string; readonly title: string; lessons: string } | undefined;
  const close = (): void => {
    if (part) lines.push(line(part.id, part.title, part.lessons));
    part = undefined;
  };
  for (const { id, title: words, part: opens, heads } of chapters) {
    const own = line(id, words, heads.map((head) => line(head.id, head.title)).join(''));
    if (opens !== '') {
      close();
      part = { id, title: words, lessons: '' };
    } else if (part && id.startsWith('page-') && heads.length > 0) part.lessons += own;
    else {
      close();
      lines.push(own);
    }
  }
  close();
  return xhtml(
    title,
    `<h1>${escaped(title)}</h1><nav epub:type="toc" role="doc-toc" aria-label="Contents"><ol>${lines.join('')}</ol></nav>`,
  );
}
