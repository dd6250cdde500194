/** What `npm run grade` is asked, as what it is. */
import type { Rule } from '../../src/tasks/grading/pure/grade/class.ts';
import { momentOf, type Lateness } from '../../src/tasks/grading/teach/grading.ts';
import type { Words } from '../command.mjs';
import { fileNames } from '../commands.mjs';
import { Misread } from '../misread.mjs';

/** What is asked, as far as the command line tells: every folder and file that is to be read is there. */
export interface Asked {
  readonly folder: string;
  readonly id: string;
  readonly out: string;
  readonly jobs: number;
  readonly rule: Rule;
  readonly twice: number;
  readonly assistants: readonly string[];
  readonly again: readonly (readonly [number: string, item: string])[];
  readonly lists: readonly string[];
  readonly late: Lateness;
  readonly sets: readonly string[];
  /** The other values, by the names of their options. */
  readonly values: Words['values'];
  readonly flags: readonly string[];
}

/** The best so many of several sets. */
export interface AskedBest {
  readonly best: number;
  readonly sets: readonly string[];
  readonly out: string;
}

/** Throws Misread where it cannot be done. */
export function askedOf({ words: [folder = ''], values, flags }: Words): Asked {
  const { assignment: id = '', out = '', rule, jobs, twice } = values;
  const lists = fileNames(values['class']);
  if (values['list'] !== undefined && lists.length > 1)
    throw new Misread('--list takes one list; --back FOLDER takes several.');
  return {
    ...{ folder, id, out, values, flags, lists, late: lateIn(values) },
    sets: fileNames(values['sets']),
    rule: rule as Rule,
    jobs: Number(jobs),
    twice: Number(twice),
    assistants: namesIn(values['share']),
    again: againIn(values['again']),
  };
}

/** Throws Misread where there are not so many sets. */
export function bestOf({ values }: Words): AskedBest {
  const { best, out = '' } = values;
  const sets = fileNames(values['sets']);
  if (Number(best) > sets.length)
    throw new Misread(`--best ${best} wants as many files in --sets; there are ${sets.length}.`);
  return { best: Number(best), sets, out };
}

/** A rule for lateness: all of it 0 where nothing is said. */
function lateIn(values: Words['values']): Lateness {
  const { due, grace, penalty, floor } = values;
  if (due !== undefined && momentOf(due) === undefined)
    throw new Misread('--due is a time such as 2026-12-20T23:59.');
  return {
    ...{ due, per: values['free-per'] as Lateness['per'], free: Number(values['free-days']) },
    ...{ grace: Number(grace), penalty: Number(penalty), floor: Number(floor) },
  };
}

const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

function namesIn(text: string | undefined): readonly string[] {
  const names = listed(text);
  if (text !== undefined && (names.length === 0 || new Set(names).size < names.length))
    throw new Misread('--share takes names with commas between, each once.');
  return names;
}

function againIn(text: string | undefined): Asked['again'] {
  return listed(text).map((one) => {
    const at = one.lastIndexOf('/');
    if (at < 1 || at === one.length - 1)
      throw new Misread(`--again takes NUMBER/ITEM, with commas between; ${one} is none.`);
    return [one.slice(0, at), one.slice(at + 1)];
  });
}
