/** What is said of a link of which parts cannot be read; its words come with its code. */
import type { Unreadable } from '../kit/contract/params.ts';
import { number } from '../kit/draw/format.ts';
import { shortened } from './link-notices.ts';
import { WORDS } from '#words/widgets/kit/words/words';
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
