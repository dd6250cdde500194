// node scripts/relative-links.mjs dist: makes every address in the built pages, styles and scripts relative, and takes apart what
// a page brings later.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takenApart } from './book/apart.ts';
import { pageText, parsePage } from './book/html.ts';
import { editionHere, relinkLeftOut } from './book/left-out.ts';
import { renewHashes } from './book/policy.ts';
import { relinkCss, relinkPage, relinkScript, rooted } from './book/relative.ts';

const folder = process.argv[2] ?? 'dist';
// A missing page is shown at any depth. Where nobody has said where the book stands, the server must put in its place:
// ours does.
const MISSING = '404.html';
const place = process.env.SITE && `${new URL(process.env.SITE).pathname.replace(/\/$/, '')}/`;

const edition = editionHere();
const isThere = (file) => existsSync(join(folder, file));

const rewrite = {
  html: (text, from) => {
    const page = parsePage(text);
    if (edition) relinkLeftOut(page, edition.complete, isThere);
    relinkPage(page, from, from === MISSING && place ? place : undefined);
    // After its addresses were made relative: what is put in later stands where it stood.
    for (const [name, apart] of takenApart(page))
      writeFileSync(join(folder, dirname(from), name), apart);
    renewHashes(page);
    return pageText(page);
  },
  css: relinkCss,
  js: relinkScript,
};

const files = readdirSync(folder, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  // The workers are complete in themselves.
  .filter((name) => !name.startsWith('workers/'));

for (const from of files) {
  const change = rewrite[/\.(html|css|js)$/.exec(from)?.[1]];
  if (!change) continue;
  const path = join(folder, from);
  const text = change(readFileSync(path, 'utf8'), from);
  const [left] = rooted(text);
  if (left && !(from === MISSING && place))
    throw new Error(`${from} still names ${left}: the book would not run at a sub-path`);
  writeFileSync(path, text);
}
