/** Makes an edition for paper or for a reader of e-books from the built book. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editionIn } from '../release.mjs';
import { chaptersOf } from './chapters.ts';
import { documentOf, edition } from './document.ts';
import { epubOf } from './epub.ts';
import { paperFonts } from './fonts.mjs';
import { pdfOf, shown, type Paper } from './print.ts';
import { EVERYWHERE } from './still.ts';

const WORDS = {
  settings: 'Settings:',
  experiment: 'Experiment',
  write: 'Write your prediction down before you read on.',
};
const AUTHOR = 'The authors of the textbook that runs';
const SHEET = fileURLToPath(new URL('paper.css', import.meta.url));

/** The day of this release, as the citation has it: the same book gives the same bytes on every day. */
function dayOf(): string {
  const text = readFileSync(new URL('../../CITATION.cff', import.meta.url), 'utf8');
  const [, day] = /^date-released: '(\d{4}-\d\d-\d\d)'$/m.exec(text) ?? [];
  if (day === undefined) throw new Error('CITATION.cff has no line “date-released: ’YYYY-MM-DD’”.');
  return day;
}

/** What is made. */
export interface Made {
  /** What its file is called, without an end. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An edition of `all`, `core`, a part or a lesson. With a `site`, the address of the book on the web, what paper cannot do leads there.
 * Throws where there is no such, or the browser's PDF lacks its structure.
 */
export async function made(
  as: 'epub' | Paper,
  word: string,
  { folder = 'dist', site }: { readonly folder?: string; readonly site?: string | undefined } = {},
): Promise<Made> {
  const release = `Edition ${editionIn()}${site === undefined ? '' : `, ${site}`}`;
  const read = edition(folder, word, site);
  const about = { title: read.chosen.title, author: AUTHOR, release, day: dayOf() };
  const fonts = await paperFonts();
  const faces = fonts.map(({ rule }) => rule).join('');
  const files = new Map(fonts.map(({ path, bytes }) => [path, bytes]));
  const html = documentOf(read, { faces, sheet: SHEET, release, author: AUTHOR });
  const isBook = as !== 'epub';
  const { page, close } = await shown(html, folder, files, { isBook, words: WORDS });
  try {
    const bytes = isBook
      ? await pdfOf(page, as, about, 'Contents')
      : epubOf(await page.evaluate(chaptersOf, EVERYWHERE), about, fonts);
    return { name: `${read.chosen.name}${as === 'Letter' ? '-letter' : ''}`, bytes };
  } finally {
    await close();
  }
}
