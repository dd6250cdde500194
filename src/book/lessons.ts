/** The lessons in the order in which they are read, and where each one stands. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { loadBook } from '../tasks/practice/author/load.ts';
import { BOOK, type Part } from './book.ts';
import { minutesFor, wordsIn } from './minutes.ts';
import { inReadingOrder, slugOf } from './reading-order.ts';

export type Lesson = CollectionEntry<'lessons'>;

/** The address of a lesson from the book's root. */
export function lessonPath(lesson: Lesson): string {
  return `/lessons/${slugOf(lesson)}/`;
}

/** What stood in this lesson once, by the lesson that has it now: ids as the hash of an address names them. */
export async function movedFrom(
  lesson: Lesson,
): Promise<readonly { readonly to: Lesson; readonly ids: readonly string[] }[]> {
  return (await allLessons()).flatMap((to) => {
    const ids = to.data.moved[slugOf(lesson)];
    return ids ? [{ to, ids }] : [];
  });
}

/** All lessons in the order of content/book.yaml. One that stands in no part there stops the build. */
export async function allLessons(): Promise<readonly Lesson[]> {
  const places = (await getCollection('lessons')).map((lesson) => ({
    lesson,
    id: lesson.id,
    folder: lesson.filePath?.split('/').slice(1, -1).join('/') ?? '',
  }));
  return inReadingOrder(places, BOOK.chapters).map(({ lesson }) => lesson);
}

/** A part of the book, with its lessons and the number of the first of them, from 1. */
export interface PartOfBook extends Omit<Part, 'lessons' | 'practice'> {
  readonly lessons: readonly Lesson[];
  /** Its page of questions. */
  readonly practice: Lesson | undefined;
  readonly from: number;
}

/** All parts in the order of reading. */
export async function allParts(): Promise<readonly PartOfBook[]> {
  const lessons = await allLessons();
  let from = 1;
  return BOOK.chapters
    .flatMap(({ parts }) => parts)
    .map(({ lessons: slugs, practice: called, ...part }) => {
      const own = lessons.filter((lesson) => slugs.includes(slugOf(lesson)));
      const practice = lessons.find((lesson) => slugOf(lesson) === called);
      from += own.length;
      return { ...part, lessons: own, practice, from: from - own.length };
    });
}

/** The lessons without a number, which come before all parts. */
export async function lessonsBefore(): Promise<readonly Lesson[]> {
  const slugs = BOOK.chapters.flatMap(({ before }) => before);
  return (await allLessons()).filter((lesson) => slugs.includes(slugOf(lesson)));
}

/** All lessons in the order of reading, without the pages of practice. */
export async function lessonsToRead(): Promise<readonly Lesson[]> {
  return [...(await lessonsBefore()), ...(await allParts()).flatMap(({ lessons }) => lessons)];
}

/** The numbers of lessons, from 1, by their ids; one before all parts has none. */
export async function lessonNumbers(): Promise<ReadonlyMap<string, number>> {
  const parts = await allParts();
  return new Map(
    parts.flatMap(({ lessons, from }) => lessons.map(({ id }, i) => [id, from + i] as const)),
  );
}

/** The paths through the core for whoever has less time, and the lessons of each. */
export async function allPaths() {
  const lessons = await allLessons();
  return BOOK.chapters
    .flatMap(({ paths }) => paths)
    .map(({ lessons: slugs, ...path }) => ({
      ...path,
      name: `${path.minutes}-minutes`,
      href: `/paths/${path.minutes}-minutes/`,
      lessons: slugs.map((slug) => {
        const lesson = lessons.find((one) => slugOf(one) === slug);
        if (!lesson?.data.core)
          throw new Error(
            `content/book.yaml: the path of ${path.minutes} minutes names ${slug}, which is no lesson of the core`,
          );
        return lesson;
      }),
    }));
}

/** Where the answer key says how a lesson is taught. */
export async function teachPath({ id }: Lesson): Promise<string> {
  const part = (await allParts()).find(({ lessons }) => lessons.some((one) => one.id === id));
  return `/teachers/key/${part ? `answers-${part.id}/` : ''}#${teachId({ id })}`;
}
export const teachId = (lesson: Pick<Lesson, 'id'>): string => `teach-${slugOf(lesson)}`;

/** How many minutes some lessons take together. */
export const minutesOf = (lessons: readonly Lesson[]): number =>
  lessons.reduce((sum, lesson) => sum + lessonMinutes(lesson), 0);

/** The address of a part from the book's root. */
export const partPath = ({ id }: Pick<Part, 'id'>): string => `/parts/${id}/`;

/** How many minutes a lesson takes, its experiments, its predictions and its core questions included. */
export function lessonMinutes({ id, body = '' }: Lesson): number {
  const { lessons, questions } = loadBook();
  const asked = questions.filter(
    ({ lesson, question, kind }) => lesson === id && (question.core || kind.role === 'prediction'),
  );
  return minutesFor({
    words: wordsIn(body),
    questionMinutes: asked.reduce((sum, { question }) => sum + question.minutes, 0),
    experiments: lessons.find((one) => one.id === id)?.instances.length ?? 0,
  });
}
