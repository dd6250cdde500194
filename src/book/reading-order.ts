/** The order in which lessons are read, and the word for each in its address. */

/** A lesson's place, as its file and its front matter give it. */
interface LessonPlace {
  /** The file's name without its ending: `01-name`. */
  readonly id: string;
  /** The folder that it lies in. */
  readonly chapter: string;
  /** Its place within the chapter, from 1. */
  readonly order: number;
}

/** `01-name` is read at `/lessons/name/`: the number may change, the address not. */
export const slugOf = ({ id }: Pick<LessonPlace, 'id'>): string => id.replace(/^\d+-/, '');

/** Lessons by chapter, then by `order`. Throws at a folder that is no chapter, and at two lessons with one place or one address. */
export function inReadingOrder<L extends LessonPlace>(
  lessons: readonly L[],
  chapters: readonly string[],
): readonly L[] {
  const stray = lessons.find(({ chapter }) => !chapters.includes(chapter));
  if (stray) {
    throw new Error(
      `${stray.id} lies in content/${stray.chapter}/, which content/book.yaml does not name; add it to chapters`,
    );
  }
  refuseTwins(lessons, ({ chapter, order }) => `the order ${order} in the chapter ${chapter}`);
  refuseTwins(lessons, (lesson) => `the address /lessons/${slugOf(lesson)}/`);
  return lessons.toSorted(
    (a, b) => chapters.indexOf(a.chapter) - chapters.indexOf(b.chapter) || a.order - b.order,
  );
}

function refuseTwins<L extends LessonPlace>(
  lessons: readonly L[],
  placeOf: (lesson: L) => string,
): void {
  const first = new Map<string, L>();
  for (const lesson of lessons) {
    const place = placeOf(lesson);
    const twin = first.get(place);
    if (twin) throw new Error(`${twin.id} and ${lesson.id} both have ${place}; change one`);
    first.set(place, lesson);
  }
}
