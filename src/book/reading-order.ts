/** The order in which lessons are read, and the word for each in its address. */

/** A lesson's place, as its file gives it. */
interface LessonPlace {
  /** The file's name without its ending: `name`, in older lessons `01-name`. */
  readonly id: string;
  /** The folder below content/ that it lies in: `chapter/part`, or `chapter` where it comes before the parts. */
  readonly folder: string;
}

/**
 * A chapter of content/book.yaml: its folder, and the lessons before its parts and of each of them, named as in their
 * addresses.
 */
interface ChapterOrder {
  readonly folder: string;
  readonly before?: readonly string[];
  readonly parts: readonly {
    readonly id: string;
    readonly lessons: readonly string[];
    readonly practice?: string | undefined;
  }[];
}

/** `name` and `01-name` are read at `/lessons/name/`: a number in a file's name means nothing. */
export const slugOf = ({ id }: Pick<LessonPlace, 'id'>): string => id.replace(/^\d+-/, '');

/**
 * Lessons, and after those of a part its practice, as the book's chapters and parts name them. Throws at a lesson that none
 * names or that several do, at one named that there is not, and at two with one address.
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
  for (const [folder, slugs] of chapters.flatMap(foldersOf)) {
    for (const slug of slugs) {
      const lesson = bySlug.get(slug);
      if (lesson && inOrder.has(lesson)) throw new Error(`content/book.yaml names ${slug} twice`);
      if (lesson?.folder !== folder) {
        const where = lesson ? `; move it there from content/${lesson.folder}/` : '';
        throw new Error(
          `content/book.yaml names ${slug}, but content/${folder}/ has no ${slug}.mdx${where}`,
        );
      }
      inOrder.add(lesson);
    }
  }
  const stray = lessons.find((lesson) => !inOrder.has(lesson));
  if (stray) {
    throw new Error(
      `content/${stray.folder}/${stray.id}.mdx stands in no part: add ${slugOf(stray)} to the lessons of one in content/book.yaml`,
    );
  }
  return [...inOrder];
}

/** The folders of a chapter's lessons below content/, and the lessons that belong into each. */
function foldersOf({
  folder,
  before = [],
  parts,
}: ChapterOrder): readonly (readonly [string, readonly string[]])[] {
  return [
    [folder, before] as const,
    ...parts.map(
      ({ id, lessons, practice = [] }) => [`${folder}/${id}`, lessons.concat(practice)] as const,
    ),
  ];
}
