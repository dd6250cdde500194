/**
 * node scripts/offline/make.ts [DIST OUT] [--without FILE …]: writes the one-file edition of a built book. A file that is left
 * out (`data/NAME.bin`) is missed only by the runs that need it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { oneFile } from './one-file.ts';
import { forgetOthers } from './pack.ts';
import { sizeTable } from './sizes.ts';

const { values, positionals } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const [folder = 'dist', out = 'dist-offline/textbook.html'] = positionals;
const own = (name: string): string =>
  fileURLToPath(new URL(`../../src/offline/${name}`, import.meta.url));
const text = await oneFile(folder, {
  script: own('start.ts'),
  styles: own('show-page.css'),
  without: values.without,
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, text);
forgetOthers();
process.stdout.write(`The book as one file:\n${sizeTable(text)}\n`);
