/** What is said of a link that asks for what cannot be had: short, and no more than a reader can take in. */
import { exact, number } from '../kit/draw/format.ts';
import type { Reading, Table, Unreadable } from '../kit/contract/params.ts';
import { WORDS } from '#words/widgets/kit/words/words';

/** As many sentences on what a link asks for and cannot have are shown; the rest is counted. */
const MOST_NOTICES = 5;

/** The first few notices, and how many there would be more. */
export function theFirst(notices: readonly string[]): readonly string[] {
  const more = notices.length - MOST_NOTICES;
  return more > 0 ? [...notices.slice(0, MOST_NOTICES), WORDS.unreadMore(number(more))] : notices;
}

/** The beginning of a text that may be of any length. */
export function shortened(text: string): string {
  return text.slice(0, 60);
}

/** The sentence on a part of a link that cannot be read, and on what would be. */
export function cannotRead({ name, text, wanted }: Unreadable): string {
  return WORDS.unreadable(shortened(name), shortened(text), wanted);
}

/** What was changed in a reading of settings so that it could be taken, and, in the words of `refuse`, what could not be read. */
export function noticesOf(
  table: Table,
  { clamped, adjusted, unreadable }: Reading<Table>,
  refuse: (one: Unreadable) => string,
): string[] {
  const called = (name: string): string => table[name]?.label ?? name;
  return [
    ...Object.entries(clamped).map(([name, { asked, used }]) =>
      WORDS.clamped(called(name), exact(asked), exact(used)),
    ),
    ...Object.entries(adjusted).map(([name, said]) => WORDS.adjusted(called(name), said)),
    ...unreadable.map(refuse),
  ];
}
