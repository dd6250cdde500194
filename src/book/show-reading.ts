/** The front page shows what this device remembers of the reading, in words that replace others of the same size. */
import type { ReadingPlace } from './reading.ts';
import { readLessons, remembered } from './remembered.ts';
import { goOn, READ, resume } from '#words/src/book/reading-words';

/** Marks what was read and offers to go on, after a lesson that was read to its end with the next. */
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
  const [title, section, heading, words] = [
    ...[place?.title, place?.section, place?.heading, place?.words].map(asWords),
  ];
  if (!link || !known || !target || !title) return;
  const next = isRead(known) && [...items.slice(at), ...items].find((item) => !isRead(item));
  const onward = next && next.querySelector('a');
  const address = new URL((onward || target).href);
  if (!onward) address.hash = (section ?? '') + atWords(words);
  link.href = address.href;
  // The list of what a lesson teaches is no place to go back to by name.
  const named = section === 'objectives' ? undefined : heading;
  link.textContent = onward ? goOn(onward.textContent.trim()) : resume(title, named);
}

/** Leads to these words, and where the lesson has them no more to its section: a browser that knows text fragments sees to both. */
function atWords(words = ''): string {
  if (words === '' || !('fragmentDirective' in document)) return '';
  return `:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
}

/** A text of storage as it can be shown; anybody may have written there. */
function asWords(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
