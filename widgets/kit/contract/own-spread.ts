/** Links and the command line say `spread=SETTING`; a widget may yet have a number that is called so. */
import type { Table } from './params.ts';

/** Whether a text after `spread=` is the value of a widget's own number of that name. Words are what is to be spread. */
export function isOwnSpread(table: Table, text: string): boolean {
  const isNumeral = text.trim() !== '' && Number.isFinite(Number(text));
  return isNumeral && Object.hasOwn(table, 'spread') && table['spread']?.kind === 'number';
}
