/** The order in which lessons are read, and the word for each in its address. */

/** A lesson's place, as its file gives it. */
interface LessonPlace {
  /** The file's name without its ending: `name`, in older lessons `01-name`. */
  readonly id: string;
  /** The folder that it lies in. */
  readonly chapter: string;
}

/**
 * A chapter of content/book.yaml: its folder, and the lessons before its parts and of each of them, named as in their
 * addresses.
 */
interface ChapterOrder {
  readonly folder: string;
  readonly before?: readonly string[];
  readonly parts: readonly { readonly lessons: readonly string[] }[];
}

/** `name` and `01-name` are read at `/lessons/name/`: a number in a file's name means nothing. */
export const slugOf = ({ id }: Pick<LessonPlace, 'id'>): string => id.replace(/^\d+-/, '');

/**
 * Lessons as the book's chapters and parts name them. Throws at a lesson that none names or that several do, at one named
 * that there is not, and at two with one address.
 */
export function inReadingOrder<L extends LessonPlace>(
  lessons: readonly L[],
  chapters: readonly ChapterOrder[],
): readonly L[] {
  const bySlug = new Map<string, L>();
  for (const lesson of lessons) {
    const twin = bySlug.get(slugOf(lesson));
    if (twin) {
      throw new Error(
        `${twin.id} and ${lesson.id} both have the address /lessons/${slugOf(lesson)}/; change one`,
      );
    }
    bySlug.set(slugOf(lesson), lesson);
  }
  const inOrder = new Set<L>();
  for (const { folder, before = [], parts } of chapters) {
    for (const slug of [...before, ...parts.flatMap(({ lessons }) => lessons)]) {
      const lesson = bySlug.get(slug);
      if (lesson?.chapter !== folder) {
        throw new Error(
          `content/book.yaml names ${slug}, but content/${folder}/ has no ${slug}.mdx`,
        );
      }
      if (inOrder.has(lesson)) throw new Error(`content/book.yaml names ${slug} twice`);
      inOrder.add(lesson);
    }
  }
  const stray = lessons.find((lesson) => !inOrder.has(lesson));
  if (stray) {
    throw new Error(
      `content/${stray.chapter}/${stray.id}.mdx stands in no part: add ${slugOf(stray)} to the lessons of one in content/book.yaml`,
    );
  }
  return [...inOrder];
}
