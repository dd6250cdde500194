/** node scripts/offline/make.ts [DIST OUT [EDITION]]: writes a built book as one file: textbook, instructor, or package, of which packages are made. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneFile } from './one-file.ts';
import { EDITIONS } from './package.ts';

const [folder = 'dist', out = 'dist-offline/textbook.html', kind = 'textbook'] =
  process.argv.slice(2);
const own = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
const isPackage = kind === 'package';
if (!(kind in EDITIONS)) throw new Error(`${kind} is none of ${Object.keys(EDITIONS).join(', ')}.`);
const text = await oneFile(folder, {
  script: own(isPackage ? 'lms/page/start.ts' : 'offline/start.ts'),
  styles: ['offline/show-page.css', ...(isPackage ? ['lms/page/styles.css'] : [])].map(own),
  edition: kind as keyof typeof EDITIONS,
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, text);
console.log(`The book as one file: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
