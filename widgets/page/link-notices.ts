/** What is said of a link that asks for what cannot be had: short, and no more than a reader can take in. */
import { number } from '../kit/draw/format.ts';
import type { Reading, Table } from '../kit/contract/params.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { WORDS } from '../kit/words/words.ts';

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
export function cannotRead(name: string, text: string, wanted: string): string {
  return WORDS.unreadable(shortened(name), shortened(text), wanted);
}

/** What was out of range in a reading of settings, and what could not be read. */
export function noticesOf(widget: AnyWidget, reading: Reading<Table>): string[] {
  const clamped = Object.entries(reading.clamped).map(([name, { asked, used }]) =>
    WORDS.clamped((widget.params as Table)[name]?.label ?? name, String(asked), String(used)),
  );
  const unreadable = reading.unreadable.map((one) => cannotRead(one.name, one.text, one.wanted));
  return [...clamped, ...unreadable];
}
