/** node scripts/offline/make.ts [DIST OUT]: writes the one-file edition of a built book. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneFile } from './one-file.ts';
import { forgetOthers } from './pack.ts';

const [folder = 'dist', out = 'dist-offline/textbook.html'] = process.argv.slice(2);
const own = (name: string): string =>
  fileURLToPath(new URL(`../../src/offline/${name}`, import.meta.url));
const text = await oneFile(folder, {
  script: own('start.ts'),
  styles: own('show-page.css'),
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, text);
forgetOthers();
console.log(`The book as one file: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
