/** The cartridges of a course, from a list of its weeks. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zippedBytes } from '../../src/book/zipped.ts';
import { cartridge } from '../../src/lms/cartridge.ts';
import { readCourse, type BookFacts } from '../../src/lms/pure/course.ts';
import { COURSE } from '#words/src/lms/pure/words';
import { COURSE_PAGE } from '#words/src/lms/words';
import { Misread } from '../misread.mjs';
import type { Write } from './main.ts';

export const write: Write = async ({ words, values: { site, title = '', out = '' } }) => {
  const [list, more] = words;
  if (list === undefined || more !== undefined || !existsSync(list))
    throw new Misread('Name one file that is there and has the list of the course.');
  if (site === undefined)
    throw new Misread('--site URL is missing: the address of the book that students read.');
  const book = JSON.parse(readFileSync('dist/lms/book.json', 'utf8')) as BookFacts;
  const { course, faults } = readCourse(readFileSync(list, 'utf8'), title, book, site);
  if (faults.length > 0)
    throw new Misread(faults.map(({ line, says }) => COURSE.fault(line, says)).join('\n'));
  mkdirSync(out, { recursive: true });
  for (const platform of ['moodle', 'canvas'] as const)
    writeFileSync(
      join(out, `${platform}.imscc`),
      zippedBytes(cartridge(course, book, site, platform), 9),
    );
  const all = course.weeks.flatMap(({ entries }) => entries);
  const sets = all.filter(({ kind }) => kind === 'set').length;
  console.log(COURSE_PAGE.amount(course.weeks.length, all.length - sets, sets));
  return 0;
};
