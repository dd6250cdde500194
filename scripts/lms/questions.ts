/** The questions of lessons as a file of Moodle’s, and what does not go into it. */
import { writeFileSync } from 'node:fs';
import { askingLessons, openQuestions } from '../../src/lms/open-questions.ts';
import { moodleXml } from '../../src/lms/pure/moodle-xml.ts';
import { slugOf } from '../../src/book/reading-order.ts';
import { WRITTEN } from '#words/src/lms/questions-words';
import { Misread } from '../misread.mjs';
import type { Write } from './main.ts';

export const write: Write = async ({ words, values: { site, out = '' } }) => {
  const known = askingLessons();
  const asked = words.map((id) => slugOf({ id }));
  for (const one of asked) if (!known.includes(one)) throw new Misread(WRITTEN.unknown(one, known));
  const { questions, left } = await openQuestions(asked.length > 0 ? asked : known, site);
  writeFileSync(out, moodleXml(questions));
  console.log(WRITTEN.questions(questions.length, out));
  for (const { id, why } of left) console.log(`${id}: ${why}`);
  return 0;
};
