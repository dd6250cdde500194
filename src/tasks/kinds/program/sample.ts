/** Answers to a program to change: what the changed one prints, beside two predictions; and what is no such thing. */
import type { Sample } from '../../sample.ts';
import type { ProgramKey } from './check.ts';

/** All that one of the programs prints. */
export const linesOf = ({ printed }: Pick<ProgramKey, 'printed'>, which: 'changed' | 'unchanged') =>
  Object.entries(printed)
    .map(([name, { [which]: value }]) => `${name} = ${value ?? 'none'}\n`)
    .join('');

export function sampleOf(key: ProgramKey): Sample {
  const told = linesOf(key, 'changed');
  return {
    right: [
      ['1', told],
      ['2.5', `>>> ${told}\n${told}`],
    ],
    wrong: [],
    invalid: [
      'x',
      [],
      ['1', ''],
      ['x', told],
      ['1', 'nothing = 1'],
      ['1', told.replace(/ = .*\n$/, '')],
    ],
  };
}
