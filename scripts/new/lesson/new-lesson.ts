/** A new lesson about an experiment that there is: text, questions and their idea, which build and hold as they stand. */
import { type Scalar, type YAMLMap, type YAMLSeq, parseDocument } from 'yaml';
import { loadWidgets } from '../../../widgets/index.ts';
import { nameIn, type Made, type Read } from '../made.ts';
import { takenNames } from '../taken.ts';
import { subjectOf } from './subject.ts';
import { ideasWith, mdxOf, questionsOf, type Place } from './texts.ts';

const BOOK = 'content/book.yaml';
const SOURCES = 'content/references.bib';

/** The files of a new lesson at the end of the last part of the last chapter; the second word names its experiment. */
export async function newLesson(
  words: readonly string[],
  read: Read,
  taken: readonly string[] = takenNames(),
): Promise<Made> {
  const name = nameIn(words, 'lesson', taken);
  const subject = await subjectOf(words[1], await loadWidgets());
  const { chapter, part, book } = withLesson(read(BOOK), name);
  const source = /^@\w+\{([\w-]+),/m.exec(read(SOURCES))?.[1] ?? '';
  const place: Place = { name, source };
  const file = `content/${chapter}/${part}/${name}`;
  const ideas = `content/${chapter}/ideas.yaml`;
  return {
    files: new Map([
      [`${file}.mdx`, mdxOf(place, subject)],
      [`${file}.questions.yaml`, questionsOf(place, subject)],
      [BOOK, book],
      [ideas, ideasWith(read(ideas), place, subject)],
    ]),
    next:
      `npm run dev shows it, npm test -- ${name} checks it. Ids are permanent once it is published, so name them well before. ` +
      'How to go on from here: content/CONTRIBUTING.md.',
  };
}

/** The book's table with the lesson last in it, and the chapter and the part that the lesson belongs to. */
function withLesson(text: string, name: string): Record<'chapter' | 'part' | 'book', string> {
  const last = (list: unknown): YAMLMap => (list as YAMLSeq<YAMLMap>).items.at(-1) as YAMLMap;
  const chapter = last(parseDocument(text).get('chapters'));
  const part = last(chapter.get('parts'));
  const lessons = part.get('lessons') as YAMLSeq<Scalar>;
  const end = lessons.items.at(-1)?.range?.[1] ?? 0;
  return {
    chapter: String(chapter.get('folder')),
    part: String(part.get('id')),
    book: `${text.slice(0, end)}, ${name}${text.slice(end)}`,
  };
}
