/** The marks of one lesson on its page: painted over its text, and in a list behind it. */
import { pageAt } from '../../book/page-at.ts';
import { made } from '../../../widgets/page/made.ts';
import { MARGIN } from '#words/src/margin/pure/words';
import type { Mark } from '../../tasks/storage/pure/work.ts';
import type { WorkStore } from '../../tasks/storage/store.ts';
import { placeOf } from '../pure/anchor.ts';
import { LessonText } from './lesson-text.ts';

/** A mark where it stands on the page; without a range where its text is gone. */
export interface Found {
  readonly id: string;
  readonly mark: Mark;
  readonly range?: Range;
  /** What of it is painted. */
  readonly pieces: readonly Range[];
  readonly isChanged: boolean;
}

/** So much of a quote tells what it is. */
const CALLED = 120;

/** The marks of a lesson in the order of its text; those that are gone from it come last. */
export function foundIn(article: HTMLElement, store: WorkStore): readonly Found[] {
  const text = new LessonText(article);
  const own = Object.entries(store.marks.all).filter(
    ([, { lesson, isGone }]) => lesson === article.dataset['lesson'] && !isGone,
  );
  const places = own.map(([id, mark]) => ({ id, mark, place: placeOf(text.text, mark) }));
  return places
    .toSorted((a, b) => (a.place?.from ?? Infinity) - (b.place?.from ?? Infinity))
    .map(({ id, mark, place }) => ({
      id,
      mark,
      isChanged: place?.isChanged ?? true,
      pieces: place ? text.pieces(place.from, place.to) : [],
      ...(place && { range: text.range(place.from, place.to) }),
    }));
}

/** Paints marks by name; a browser that cannot leaves them to the list. */
export function paint(name: 'marked' | 'noted' | 'linked', ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** The list behind a lesson’s text, for whoever does not see colours, and for what is no longer there; none without a mark. */
export function list(
  article: HTMLElement,
  found: readonly Found[],
  open: (one: Found) => void,
): void {
  const before = article.querySelector('.marks');
  const isOpen = before?.hasAttribute('open');
  before?.remove();
  if (found.length === 0) return;
  const rows = found.map((one) => {
    const press = made('button', { type: 'button', class: 'quiet' }, called(one.mark.quote));
    press.addEventListener('click', () => {
      open(one);
    });
    const says = one.range ? (one.isChanged ? MARGIN.changed : '') : MARGIN.lost;
    const told = [one.mark.note ?? '', says].filter(Boolean).join(' · ');
    return made('li', {}, press, ...(told === '' ? [] : [made('span', {}, ` ${told}`)]));
  });
  const link = made('a', { href: pageAt('notebook') }, MARGIN.notebook);
  const details = made(
    'details',
    { class: 'marks', ...(isOpen && { open: '' }) },
    made('summary', {}, MARGIN.here(found.length)),
    made('ol', {}, ...rows),
    made('p', {}, link),
  );
  // At the end, where nothing that is being read is moved.
  article.append(details);
}

function called(quote: string): string {
  const line = quote.replaceAll('\n', ' ');
  return line.length > CALLED ? `${line.slice(0, line.lastIndexOf(' ', CALLED))} …` : line;
}
