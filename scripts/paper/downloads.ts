/** node scripts/paper/downloads.ts DIST: makes what is offered beside a built book, and says so on its page of downloads. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DOWNLOADS } from '../../src/front/downloads.ts';
import {
  append,
  attribute,
  element,
  elements,
  pageText,
  parsePage,
  setText,
  textOf,
} from '../book/html.ts';
import { lastResults } from '../test/checked.mjs';
import { faultsIn } from './check.ts';
import { reported } from './conformance.ts';
import { made } from './make.ts';
import { noticesOf } from './notices.ts';
import { zipOfPrograms } from '../python.ts';

/** Writes into the page which files stand beside it, and how large each is. */
export function listed(html: string, sizes: ReadonlyMap<string, number>): string {
  const page = parsePage(html);
  for (const node of [...elements(page)]) {
    const [file, sized] = [attribute(node, 'data-file'), attribute(node, 'data-size')];
    const bytes = sizes.get(file ?? sized ?? '');
    if (bytes === undefined) continue;
    if (sized !== undefined)
      setText(
        node,
        bytes < 1e5 ? `${Math.ceil(bytes / 1e3)}\u00A0kB` : `${(bytes / 1e6).toFixed(1)}\u00A0MB`,
      );
    else if (file !== undefined) {
      const link = element('a', { href: file, download: basename(file) });
      setText(link, textOf(node).trim());
      setText(node, '');
      append(node, link);
    }
  }
  return pageText(page);
}

/** Makes the files into `dist/downloads`. */
async function make(dist: string): Promise<void> {
  const out = join(dist, 'downloads');
  mkdirSync(out, { recursive: true });
  const site = process.env['SITE'];
  for (const [as, word] of [
    ['A4', 'all'],
    ['Letter', 'all'],
    ['A4', 'core'],
    ['Letter', 'core'],
    ['epub', 'all'],
  ] as const) {
    const { name, bytes } = await made(as, word, { folder: dist, site });
    const faults = as === 'epub' ? [] : await faultsIn(bytes);
    if (faults.length > 0) throw new Error(`${name} on ${as}: ${faults.join('; ')}.`);
    writeFileSync(join(out, `${name}.${as === 'epub' ? 'epub' : 'pdf'}`), bytes);
  }
  for (const name of ['CITATION.cff', 'CHANGELOG.md']) copyFileSync(name, join(out, name));
  writeFileSync(join(out, 'NOTICES.txt'), noticesOf('.'));
  writeFileSync(join(out, 'programs.zip'), zipOfPrograms());
  const whole = join(dist, 'textbook.html');
  if (existsSync(whole)) copyFileSync(whole, join(out, 'textbook.html'));
  const report = join(dist, 'teachers', 'conformance', 'index.html');
  const { page: filled, table } = reported(readFileSync(report, 'utf8'), lastResults('.'));
  writeFileSync(report, filled);
  writeFileSync(join(out, 'conformance.csv'), table);
  const known = new Set(DOWNLOADS.map(({ file }) => file));
  const files = readdirSync(out).filter((name) => known.has(name));
  const sizes = new Map(files.map((name) => [name, statSync(join(out, name)).size]));
  const page = join(out, 'index.html');
  writeFileSync(page, listed(readFileSync(page, 'utf8'), sizes));
}

const [, program, dist] = process.argv;
if (program?.endsWith('downloads.ts') && dist !== undefined) await make(dist);
