/** node scripts/paper/main.ts pdf|epub [WORD] [--letter]: writes an edition for paper or for a reader of e-books, and checks it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wordsIn } from '../command.mjs';
import { editionIn } from '../release.mjs';
import { chaptersOf } from './chapters.ts';
import { faultsIn } from './check.ts';
import { documentOf, edition } from './document.ts';
import { epubOf } from './epub.ts';
import { paperFonts } from './fonts.mjs';
import { pdfOf, shown } from './print.ts';
import { EVERYWHERE } from './still.ts';

/** The largest of each, in MB: what a course’s system and a store take. */
const MOST = { pdf: 12, epub: 5 };
const WORDS = {
  settings: 'Set to',
  experiment: 'Experiment',
  write: 'Write your prediction down before you read on.',
};
const AUTHOR = 'The authors of the textbook that runs';
const SHEET = fileURLToPath(new URL('paper.css', import.meta.url));

const kind = process.argv[2] === 'epub' ? 'epub' : 'pdf';
const { words, flags } = wordsIn(kind, process.argv.slice(3));
const site = process.env['SITE'];
const release = `Edition ${editionIn()}${site === undefined ? '' : `, ${site}`}`;
const paper = flags.includes('letter') ? 'Letter' : 'A4';
const read = edition('dist', words[0] ?? 'all', site);
const about = { title: read.chosen.title, author: AUTHOR, release };
const { faces, files } = await paperFonts();
const html = documentOf(read, { faces, sheet: SHEET, release, author: AUTHOR });
const { page, close } = await shown(html, 'dist', files, { isBook: kind === 'pdf', words: WORDS });
try {
  const bytes =
    kind === 'pdf'
      ? await pdfOf(page, paper, about, 'Contents')
      : epubOf(
          await page.evaluate(chaptersOf, EVERYWHERE),
          about,
          new Date().toISOString().slice(0, 10),
        );
  const name = `dist-${kind}/${read.chosen.name}${paper === 'A4' ? '' : '-letter'}.${kind}`;
  mkdirSync(`dist-${kind}`, { recursive: true });
  writeFileSync(name, bytes);
  const size = bytes.length / 1e6;
  const faults = [
    ...(kind === 'pdf' ? await faultsIn(bytes) : []),
    ...(size > MOST[kind] ? [`it has ${size.toFixed(2)} MB, and ${MOST[kind]} at most`] : []),
  ];
  console.log(`${name}: ${size.toFixed(2)} MB`);
  for (const fault of faults) console.error(`  amiss: ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await close();
}
