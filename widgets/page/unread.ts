/** What is said of a link of which parts cannot be read; its words come with its code. */
import type { Table, Unreadable } from '../kit/contract/params.ts';
import { number } from '../kit/draw/format.ts';
import { shortened } from './link-notices.ts';
import { WANTED, WORDS } from '#words/widgets/kit/words/words';
import { LINK_WORDS } from '#words/widgets/page/link-words';

/** As many sentences on what a link asks for and cannot have are shown; the rest is counted. */
const MOST_NOTICES = 5;

/** The first few notices, and how many there would be more. */
export function theFirst(notices: readonly string[]): readonly string[] {
  const more = notices.length - MOST_NOTICES;
  return more > 0
    ? [...notices.slice(0, MOST_NOTICES), LINK_WORDS.unreadMore(number(more))]
    : notices;
}

/** The sentence on a part of a link that cannot be read, and on what would be. */
export function cannotRead({ name, text, wanted }: Unreadable): string {
  return WORDS.unreadable(shortened(name), shortened(text), wanted);
}

/** The settings that a link can name, as the reader knows them: by their labels. */
export function settingsOf(table: Table): string {
  return WANTED.oneOf(Object.values(table).map(({ label }) => label));
}

/** The same of a setting, as its control calls it and, where that is a menu, its values. */
export function cannotSet(table: Table, one: Unreadable): string {
  const param = Object.hasOwn(table, one.name) ? table[one.name] : undefined;
  if (!param) return cannotRead({ ...one, wanted: settingsOf(table) });
  const wanted =
    param.kind === 'choice' ? WANTED.oneOf(param.options.map(({ label }) => label)) : one.wanted;
  return cannotRead({ ...one, name: param.label, wanted });
}
