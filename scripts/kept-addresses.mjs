// node scripts/kept-addresses.mjs dist dist-offline/textbook.html: fails when an address that was once published is gone.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from './book/html.ts';
import { lostInOneFile, lostOnTheWeb } from './book/kept.ts';
import { wholeFile } from './offline/whole.ts';

const KEPT = new URL('../tests/compat/fixtures/addresses.json', import.meta.url);

const [folder = 'dist', oneFile = 'dist-offline/textbook.html'] = process.argv.slice(2);
const kept = JSON.parse(readFileSync(KEPT, 'utf8'));
const files = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
const pages = new Map(
  files
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, parsePage(readFileSync(join(folder, name), 'utf8'))]),
);
const lost = [
  ...lostOnTheWeb(kept, { pages, files: new Set(files) }),
  ...lostInOneFile(kept, parsePage(await wholeFile(readFileSync(oneFile, 'utf8')))),
];
for (const address of lost) console.error(`${address} is gone: readers have links to it`);
console.log(`${lost.length} addresses are lost`);
process.exitCode = lost.length > 0 ? 1 : 0;
