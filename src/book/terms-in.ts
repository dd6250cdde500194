/** Which lesson brings a word of the glossary, which build on it, and where in them it is marked. */
import { render } from 'astro:content';
import { sectionsOf } from '../find/pure/sections.ts';
import { allLessons, lessonNumbers, lessonPath, type Lesson } from './lessons.ts';

/** A lesson that marks a word, and the address of the section where it first does. */
export interface Use {
  readonly lesson: Lesson;
  /** Its place in the book, from 1. */
  readonly number: number;
  readonly href: string;
}

/** By the ids of words, in the order of reading. */
export async function usesOfTerms(): Promise<ReadonlyMap<string, readonly Use[]>> {
  const uses = new Map<string, Use[]>();
  const numbers = await lessonNumbers();
  for (const lesson of await allLessons()) {
    const number = numbers.get(lesson.id);
    // The lessons before all parts only remind of what is known.
    if (number === undefined) continue;
    const { headings } = await render(lesson);
    const titles = headings.filter(({ depth }) => depth === 2);
    const seen = new Set<string>();
    for (const { heading, terms } of sectionsOf(lesson.body ?? '')) {
      const slug = titles[heading]?.slug;
      const href = `${lessonPath(lesson)}${slug === undefined ? '' : `#${slug}`}`;
      for (const term of terms.filter((one) => !seen.has(one))) {
        seen.add(term);
        uses.set(term, [...(uses.get(term) ?? []), { lesson, number, href }]);
      }
    }
  }
  return uses;
}
