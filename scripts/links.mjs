// node scripts/links.mjs DIST [ONE-FILE]: fails when a link inside the built book leads nowhere, or when there was none to follow; beside
// the one file also when an address that was once published is gone from either.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from './book/html.ts';
import { lostInOneFile, lostOnTheWeb } from './book/kept.ts';
import { checkLinks } from './book/links.ts';
import { wholeFile } from './offline/whole.ts';

const KEPT = new URL('../tests/compat/fixtures/addresses.json', import.meta.url);

const [folder = 'dist', oneFile] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
const html = files.filter((name) => name.endsWith('.html'));
const pages = new Map(
  html.map((name) => [name, parsePage(readFileSync(join(folder, name), 'utf8'))]),
);
const built = { pages, files: new Set(files) };
const { faults, followed } = checkLinks(built);
if (oneFile) {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8'));
  const whole = parsePage(await wholeFile(readFileSync(oneFile, 'utf8')));
  for (const address of [...lostOnTheWeb(kept, built), ...lostInOneFile(kept, whole)])
    faults.push(`${address} is gone: readers have links to it`);
}
for (const fault of faults) console.error(fault);
console.log(`${followed} links in ${pages.size} pages followed, ${faults.length} faults`);
process.exitCode = faults.length > 0 || followed === 0 ? 1 : 0;
