// node scripts/links.mjs dist: fails when a link inside the built book leads nowhere, or when there was none to follow.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from './book/html.ts';
import { checkLinks } from './book/links.ts';

const folder = process.argv[2] ?? 'dist';
const files = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
const html = files.filter((name) => name.endsWith('.html'));
const pages = new Map(
  html.map((name) => [name, parsePage(readFileSync(join(folder, name), 'utf8'))]),
);
const { faults, followed } = checkLinks({ pages, files: new Set(files) });
for (const fault of faults) console.error(fault);
console.log(`${followed} links in ${pages.size} pages followed, ${faults.length} lead nowhere`);
process.exitCode = faults.length > 0 || followed === 0 ? 1 : 0;
