/** A new lesson about an experiment that there is: text, questions, their idea and the walk, which build and hold as they stand. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { loadWidgets } from '../../../widgets/index.ts';
import { nameIn, type Made, type Read } from '../made.ts';
import { takenNames } from '../taken.ts';
import { subjectOf } from './subject.ts';
import { ideasWith, mdxOf, questionsOf, walkOf, type Place } from './texts.ts';

const BOOK = 'content/book.yaml';
const SOURCES = 'content/references.bib';

/** The files of a new lesson at the end of the last chapter; the second word names its experiment. */
export async function newLesson(
  words: readonly string[],
  read: Read,
  taken: readonly string[] = takenNames(),
): Promise<Made> {
  const name = nameIn(words, 'lesson', taken);
  const subject = await subjectOf(words[1], await loadWidgets());
  const { chapters } = parse(read(BOOK)) as { readonly chapters: readonly string[] };
  const folder = `content/${chapters.at(-1) ?? ''}`;
  const order = nextOrder(folder, read);
  const source = /^@\w+\{([\w-]+),/m.exec(read(SOURCES))?.[1] ?? '';
  const place: Place = { name, order, source };
  const file = `${folder}/${String(order).padStart(2, '0')}-${name}`;
  const ideas = `${folder}/ideas.yaml`;
  return {
    files: new Map([
      [`${file}.mdx`, mdxOf(place, subject)],
      [`${file}.questions.yaml`, questionsOf(place, subject)],
      [ideas, ideasWith(read(ideas), place, subject)],
      [`tests/pages/walks/${name}.ts`, walkOf(place, subject)],
    ]),
    next:
      `npm run dev shows it, npm test -- ${name} checks it. Ids are permanent once it is published, so name them well before. ` +
      'How to go on from here: content/CONTRIBUTING.md.',
  };
}

/** The place after the chapter's last lesson. */
function nextOrder(folder: string, read: Read): number {
  const orders = globSync(`${folder}/*.mdx`).map((path) =>
    Number(/^order: (\d+)/m.exec(read(`${folder}/${basename(path)}`))?.[1] ?? 0),
  );
  return Math.max(0, ...orders) + 1;
}
