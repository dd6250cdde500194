/** A SCORM 1.2 package of a lesson, an assignment or a composed set. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { zippedBytes } from '../../src/book/zipped.ts';
import { packageFiles, type Shown } from '../../src/lms/pure/scorm.ts';
import { itemsOf } from '../../src/tasks/sets/pure/composed/composed.ts';
import { isSet, setIn } from '../../src/tasks/sets/pure/composed/link.ts';
import { EDITION } from '../../src/tasks/storage/storage-keys.ts';
import { PACKAGES } from '#words/scripts/lms/words';
import { upToDate } from '../build.mjs';
import { Misread } from '../misread.mjs';
import { oneFile } from '../offline.mjs';
import type { Write } from './main.ts';

const BASE = 'dist-offline/package.html';
/** What a course’s system takes, in MB. */
const MOST = 6;

/** What packages are made of, made anew where the built book has changed. */
export function packageBase(): string {
  if (!existsSync(BASE) || !upToDate(BASE, ['dist/index.html'])) oneFile('dist', 'package.html');
  return readFileSync(BASE, 'utf8');
}

export const write: Write = async ({ words: [word = '', more], values: { out = '' } }) => {
  if (more !== undefined) throw new Misread(PACKAGES.one);
  const files = packageFiles(packageBase(), shownBy(word));
  if (!files) throw new Misread(PACKAGES.noPage(word));
  const zip = zippedBytes(Object.entries(files), 9);
  const size = zip.length / 1e6;
  if (size > MOST) throw new Error(PACKAGES.tooLarge(size, MOST));
  writeFileSync(out, zip);
  console.log(PACKAGES.written(out, size));
  return 0;
};

function shownBy(word: string): Shown {
  if (/^[\w-]*$/.test(word)) return { page: word };
  const set = setIn(word);
  if (!isSet(set)) throw new Misread(PACKAGES.noSet);
  if (set.release !== EDITION) throw new Misread(PACKAGES.otherEdition(set.release));
  const stock = readdirSync('dist/set').flatMap(
    (name) => /^item-(.*)\.json$/.exec(name)?.[1] ?? [],
  );
  const items = itemsOf(
    set,
    stock.map((id) => ({ id })),
  );
  const missing = items.filter((one) => one === undefined).length;
  if (missing > 0) throw new Misread(PACKAGES.missing(missing));
  return { set };
}
