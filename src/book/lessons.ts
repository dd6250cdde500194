/** The lessons in the order in which they are read, and where each one stands. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { BOOK } from './book.ts';
import { inReadingOrder, slugOf } from './reading-order.ts';

export type Lesson = CollectionEntry<'lessons'>;

/** The address of a lesson from the book's root. */
export function lessonPath(lesson: Lesson): string {
  return `/lessons/${slugOf(lesson)}/`;
}

/** All lessons, chapter by chapter. Two with one place or one address stop the build. */
export async function allLessons(): Promise<readonly Lesson[]> {
  const places = (await getCollection('lessons')).map((lesson) => ({
    lesson,
    id: lesson.id,
    chapter: lesson.filePath?.split('/').at(-2) ?? '',
    order: lesson.data.order,
  }));
  return inReadingOrder(places, BOOK.chapters).map(({ lesson }) => lesson);
}
