/** What a course can be made of, for the page and the command. Build only. */
import { BOOK } from '../book/book.ts';
import { allLessons, lessonMinutes } from '../book/lessons.ts';
import { slugOf } from '../book/reading-order.ts';
import { assignments } from '../tasks/sets/server/assignments.ts';
import type { BookFacts } from './pure/course.ts';

export async function bookFacts(): Promise<BookFacts> {
  const { title, tagline: about, language } = BOOK;
  const lessons = (await allLessons()).map((lesson) => ({
    slug: slugOf(lesson),
    title: lesson.data.title,
    minutes: lessonMinutes(lesson),
    isCore: lesson.data.core,
  }));
  const sets = (await assignments()).map(({ source: { id, title: name, due, items } }) => ({
    ...{ id, title: name, due },
    points: items.reduce((sum, one) => sum + one.points, 0),
  }));
  return { title, about, language, lessons, sets };
}
