/** node scripts/offline/make.ts [DIST OUT [package]]: writes the one-file edition of a built book, or what packages are made of. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneFile } from './one-file.ts';
import { forgetOthers } from './pack.ts';

const [folder = 'dist', out = 'dist-offline/textbook.html', kind] = process.argv.slice(2);
const own = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
const isPackage = kind === 'package';
const text = await oneFile(folder, {
  script: own(isPackage ? 'lms/page/start.ts' : 'offline/start.ts'),
  styles: ['offline/show-page.css', ...(isPackage ? ['lms/page/styles.css'] : [])].map(own),
  isPackage,
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, text);
forgetOthers();
console.log(`The book as one file: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
