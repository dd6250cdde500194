/** What this device remembers of the reading: which lessons were read to the end, and where the reader stopped. */
import type * as Changed from '../margin/page/changed.ts';
import { readLessons, remember, remembered } from './remembered.ts';

export interface ReadingPlace {
  /** Address of the lesson from the book's root, its title, and the section last seen. */
  readonly lesson: string;
  readonly title: string;
  readonly section: string;
  readonly heading: string;
  /** Words of the paragraph that stood at the top of the screen, once there was one. */
  readonly words?: string;
}

/** On a lesson: keeps the section in sight, and marks the lesson as read when its end has been seen. */
export function rememberReading(page: ParentNode): void {
  for (const text of page.querySelectorAll<HTMLElement>('[data-lesson]')) rememberLesson(text);
}

function rememberLesson(text: HTMLElement): void {
  const end = text.parentElement?.querySelector('.onward');
  const lesson = text.dataset['lesson'];
  if (!end || lesson === undefined) return;
  const read = remembered(`text ${lesson}`) as { of?: unknown } | null;
  if (read && read.of !== text.dataset['text']) withText((code) => code.showChanges(text));
  const headings = [...text.querySelectorAll('h2[id]')];
  let isInText = false;
  const keep = ({ id, textContent }: Element, more: Pick<ReadingPlace, 'words'> = {}): void => {
    const title = text.dataset['title'] ?? '';
    const place = { lesson, title, section: id, heading: textContent, ...more };
    remember('place', place satisfies ReadingPlace);
  };
  const watch = new IntersectionObserver((seen) => {
    for (const { target } of seen.filter((entry) => entry.isIntersecting)) {
      if (target === end) {
        remember('read', [...new Set([...readLessons(), lesson])]);
        withText((code) => code.keepText(text));
      } else if (!isInText) keep(target);
    }
  });
  // A paragraph that lies across a line near the top of the screen is being read: the browser tells when one comes there.
  const top = new IntersectionObserver(
    (seen) => {
      for (const { target } of seen.filter((entry) => entry.isIntersecting)) {
        const heading = headings.findLast(
          (one) => one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
        );
        const words = wordsOf(target);
        isInText ||= heading !== undefined && words !== '';
        if (heading && words !== '') keep(heading, { words });
      }
    },
    { rootMargin: '-10% 0px -89%' },
  );
  for (const heading of headings) watch.observe(heading);
  for (const paragraph of text.querySelectorAll(':scope > p, :scope > .noted > p'))
    top.observe(paragraph);
  watch.observe(end);
}

/** Fetched when a lesson has been read, and when it has changed since. */
function withText(act: (code: typeof Changed) => void): void {
  const coming = import('../margin/page/changed.ts');
  coming.then(act, console.warn);
}

/** The longest run of plain text in it: what is found again whatever numbers stand around it. */
function wordsOf(paragraph: Element): string {
  const texts = [...paragraph.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  const [longest = ''] = texts
    .map((node) => (node.textContent ?? '').trim())
    .toSorted((a, b) => b.length - a.length);
  return longest.length > 100 ? longest.slice(0, longest.lastIndexOf(' ', 100)) : longest;
}
