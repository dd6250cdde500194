/** Answers to a program to change: what the changed one prints, beside two predictions; and what is no such thing. */
import type { Sample } from '../../sample.ts';
import { linesOf, type ProgramKey } from './check.ts';
import type { ProgramItem, ProgramItemKey } from './item.ts';

export function sampleOf(key: ProgramKey): Sample {
  const told = linesOf(key.printed, 'changed');
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
      ['1', told.replace(/ = .*$/, '')],
    ],
  };
}

/** The same in a variant of a set; nothing where the key has no such variant. */
export function sampleIn(_: ProgramItem, key: ProgramItemKey, seed: number): Sample | undefined {
  const printed = key.answers[seed];
  return printed && sampleOf({ ...key, printed });
}
