/** What is said of settings that cannot be had as they were asked for: short, and no more than a reader can take in. */
import { exact } from '../kit/draw/format.ts';
import type { Reading, Table, Unreadable } from '../kit/contract/params.ts';
import { WORDS } from '#words/widgets/kit/words/words';

/** The beginning of a text that may be of any length. */
export function shortened(text: string): string {
  return text.slice(0, 60);
}

/** What was changed in a reading of settings so that it could be taken, and, in the words of `refuse`, what could not be read; numbers as `told` writes them. */
export function noticesOf(
  table: Table,
  { clamped, adjusted, unreadable }: Reading<Table>,
  refuse: (one: Unreadable) => string,
  told: (name: string, value: number) => string = (_, value) => exact(value),
): string[] {
  const called = (name: string): string => table[name]?.label ?? name;
  return [
    ...Object.entries(clamped).map(([name, { asked, used }]) =>
      WORDS.clamped(called(name), told(name, asked), told(name, used)),
    ),
    ...Object.entries(adjusted).map(([name, said]) => WORDS.adjusted(called(name), said)),
    ...unreadable.map(refuse),
  ];
}
