/** Finds a stretch of text again after the text in it, or round it, has changed. Places are counted in characters. */
import search from 'approx-string-match';
import { CONTEXT_LONGEST, QUOTE_LONGEST } from '../../tasks/storage/pure/shapes.ts';
import type { Mark } from '../../tasks/storage/pure/work.ts';

export type Anchor = Pick<Mark, 'quote' | 'before' | 'after'>;

/** Where a stretch stands. */
export interface Place {
  readonly from: number;
  readonly to: number;
  /** It does not stand there word for word. */
  readonly isChanged: boolean;
}

/** Of a quote as much may have changed by itself; and where the text round it is the same. */
const ALONE = 0.25;
const BETWEEN = 0.5;
/** So many letters of what stands beside a quote tell it from another place. */
const TELLS = 12;

/** What a stretch is found again by; one that is too long is cut at its end. */
export function anchorOf(text: string, from: number, end: number): Anchor {
  const to = Math.min(end, from + QUOTE_LONGEST);
  return {
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - CONTEXT_LONGEST), from),
    after: text.slice(to, to + CONTEXT_LONGEST),
  };
}

/** Where a quote stands now: as it was, or nearly so, or what has come in its place between the same words. */
export function placeOf(text: string, anchor: Anchor): Place | undefined {
  const { quote } = anchor;
  if (quote.trim() === '') return undefined;
  const beside = (from: number, to: number): number =>
    sharedEnd(text.slice(0, from), anchor.before) + sharedStart(text.slice(to), anchor.after);
  const best = (places: readonly Place[]): Place | undefined =>
    places.toSorted((a, b) => beside(b.from, b.to) - beside(a.from, a.to))[0];
  const exact = occurrences(text, quote).map((from) => ({
    from,
    to: from + quote.length,
    isChanged: false,
  }));
  if (exact.length > 0) return best(exact);
  const near = search(text, quote, Math.floor(quote.length * BETWEEN))
    .filter(
      ({ start, end, errors }) =>
        errors <= quote.length * ALONE || beside(start, end) >= Math.min(TELLS, quote.length),
    )
    .map(({ start, end }) => ({ from: start, to: end, isChanged: true }));
  return best(near) ?? between(text, anchor);
}

/** What stands between the words before and those behind, if it is not much longer than the quote was. */
function between(text: string, { quote, before, after }: Anchor): Place | undefined {
  if (Math.min(before.length, after.length) < TELLS) return undefined;
  for (const at of occurrences(text, before)) {
    const from = at + before.length;
    const to = text.indexOf(after, from);
    if (to > from && to - from <= 2 * quote.length) return { from, to, isChanged: true };
  }
  return undefined;
}

function occurrences(text: string, words: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
