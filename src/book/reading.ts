/** What this device remembers of the reading: which lessons were read to the end, and where the reader stopped. */

export interface ReadingPlace {
  /** Address of the lesson from the book's root, its title, and the section last seen. */
  readonly lesson: string;
  readonly title: string;
  readonly section: string;
  readonly heading: string;
}

const key = (name: string): string => `${document.documentElement.dataset['book']}.${name}`;

/** No mark is as long, in characters; what else stands there is no mark. */
const LONGEST = 50_000;

/** What was kept under a name; anybody may have written there. */
export function remembered(name: string): unknown {
  try {
    const text = localStorage.getItem(key(name)) ?? '';
    return JSON.parse(text.length < LONGEST ? text : '');
  } catch {
    return null;
  }
}

function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    // Storage is closed or full: a reading mark is not worth a word.
  }
}

/** The addresses of the lessons that were read to their end. */
export function readLessons(): readonly string[] {
  const list = remembered('read');
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** On a lesson: keeps the section in sight, and marks the lesson as read when its end has been seen. */
export function rememberReading(page: ParentNode): void {
  for (const text of page.querySelectorAll<HTMLElement>('[data-lesson]')) rememberLesson(text);
}

function rememberLesson(text: HTMLElement): void {
  const end = text.parentElement?.querySelector('.onward');
  const lesson = text.dataset['lesson'];
  if (!end || lesson === undefined) return;
  const watch = new IntersectionObserver((seen) => {
    for (const { target } of seen.filter((entry) => entry.isIntersecting)) {
      if (target === end) remember('read', [...new Set([...readLessons(), lesson])]);
      else {
        const { id, textContent } = target;
        const title = text.dataset['title'] ?? '';
        remember('place', {
          lesson,
          title,
          section: id,
          heading: textContent,
        } satisfies ReadingPlace);
      }
    }
  });
  for (const heading of text.querySelectorAll('h2[id]')) watch.observe(heading);
  watch.observe(end);
}
