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

/** After so long a page stands where its address has led, in milliseconds. */
const SETTLED = 1000;
let isTouched = false;
let opened = Number.NaN;
/** Whether the reader has moved the page: where it was opened is where they were before. */
const isMoved = (): boolean => isTouched || Math.abs(scrollY - opened) > innerHeight / 4;
function watchMoves(): void {
  for (const name of ['wheel', 'touchmove', 'keydown'])
    addEventListener(name, () => (isTouched = true), { once: true, passive: true });
  setTimeout(() => (opened = scrollY), SETTLED);
}

/** On a lesson: keeps the section in sight, and marks the lesson as read when its end has been seen. */
export function rememberReading(page: ParentNode): void {
  watchMoves();
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
  const isFirst = remembered('place') === null;
  const isRead = (): boolean => isFirst || isMoved();
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
      } else if (!isInText && isRead()) keep(target);
    }
  });
  // What lies across a line near the top of the screen is being read: the browser tells when something comes there.
  const top = new IntersectionObserver(
    (seen) => {
      for (const { target } of seen.filter((entry) => entry.isIntersecting)) {
        const heading = headings.findLast(
          (one) => one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
        );
        if (!heading || !isRead()) continue;
        const words = target.matches('p, .noted')
          ? wordsOf(target.querySelector('p') ?? target)
          : '';
        isInText = true;
        keep(heading, words === '' ? {} : { words });
      }
    },
    { rootMargin: '-10% 0px -89%' },
  );
  for (const heading of headings) watch.observe(heading);
  for (const block of text.children) top.observe(block);
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
