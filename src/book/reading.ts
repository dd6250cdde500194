/** What this device remembers of the reading: which lessons were read to the end, and where the reader stopped. */
import { goOn, READ, resume } from '#words/src/book/reading-words';

interface ReadingPlace {
  /** Address of the lesson from the book's root, its title, and the section last seen. */
  readonly lesson: string;
  readonly title: string;
  readonly section: string;
  readonly heading: string;
}

const key = (name: string): string => `${document.documentElement.dataset['book']}.${name}`;

/** No mark is as long, in characters; what else stands there is no mark. */
const LONGEST = 50_000;

function remembered(name: string): unknown {
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

function readLessons(): readonly string[] {
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

/**
 * On the front page: marks what was read and offers to go on, after a lesson that was read to its end with the next. The words
 * replace others of the same size.
 */
export function showReading(page: ParentNode): void {
  const read = readLessons();
  const items = [...page.querySelectorAll<HTMLElement>('[data-contents]')];
  const isRead = ({ dataset }: HTMLElement): boolean => read.includes(dataset['contents'] ?? '');
  for (const item of items) {
    const mark = item.querySelector('[data-read]');
    if (mark && isRead(item)) mark.textContent = READ;
  }
  const place = remembered('place') as Partial<Record<keyof ReadingPlace, unknown>> | null;
  const link = page.querySelector<HTMLAnchorElement>('[data-resume]');
  const at = items.findIndex((item) => item.dataset['contents'] === place?.lesson);
  const known = items[at];
  // Only a lesson that this edition has is offered: its link is taken from the page, never from storage.
  const target = known?.querySelector('a');
  const [title, section, heading] = [place?.title, place?.section, place?.heading].map(asWords);
  if (!link || !known || !target || !title) return;
  const next = isRead(known) && [...items.slice(at), ...items].find((item) => !isRead(item));
  const onward = next && next.querySelector('a');
  const address = new URL((onward || target).href);
  if (!onward) address.hash = section ?? '';
  link.href = address.href;
  link.textContent = onward ? goOn(onward.textContent.trim()) : resume(title, heading);
}

/** A text of storage as it can be shown; anybody may have written there. */
function asWords(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
