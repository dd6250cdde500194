/** The lessons in the order in which they are read, and where each one stands. */
import { getCollection, type CollectionEntry } from 'astro:content';

export type Lesson = CollectionEntry<'lessons'>;

/** `01-latency-and-throughput` is read at `/lessons/latency-and-throughput/`: the number may change, the address not. */
export function lessonSlug(lesson: Lesson): string {
  return lesson.id.replace(/^\d+-/, '');
}

/** The address of a lesson from the book's root. */
export function lessonPath(lesson: Lesson): string {
  return `/lessons/${lessonSlug(lesson)}/`;
}

/** All lessons by their `order`. Two with the same one stop the build. */
export async function allLessons(): Promise<readonly Lesson[]> {
  const lessons = (await getCollection('lessons')).sort((a, b) => a.data.order - b.data.order);
  lessons.forEach((lesson, i) => {
    const twin = lessons[i + 1];
    if (twin && twin.data.order === lesson.data.order) {
      throw new Error(`${lesson.id} and ${twin.id} have the same order ${lesson.data.order}`);
    }
  });
  return lessons;
}
