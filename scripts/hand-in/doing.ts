/** What a pretended student does with an assignment, item by item. */
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../widgets/kit/record/run-record.ts';
import type { Assignment, Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import type { Item, ItemKey } from '../../src/tasks/tables/item.ts';
import { earlierIn, numbersFor } from '../../src/tasks/grading/pure/grade/numbers.ts';
import { variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import {
  answered,
  begun,
  citing,
  doneOf,
  hinted,
  ran,
  type Work,
} from '../../src/tasks/sets/pure/work/work.ts';
import { pretendsOf } from './kinds.ts';
import type { Pretended } from './students.ts';

/** Gives the record of an honest run. */
export type Ran = (item: RunItem, settings: AnySettings) => RunRecord;

/** What is answered by runs. */
export type RunItem = Extract<Item, { readonly widget: string }>;

const HEX = 16;

/** The settings of each run that a student ends at or cites: known before anything is run. */
export function settingsFor(key: Key, item: Item, student: Pretended): readonly AnySettings[] {
  const seed = variantOf(key.assignment, item, student.number);
  const own = key.items[item.id] as ItemKey;
  return pretendsOf(item).runs?.({ item, key: own, seed, student }) ?? [];
}

/** The work of a student, with one late change of mind where that is their way. */
export function workOf(key: Key, student: Pretended, run: Ran): Work {
  const { assignment } = key;
  const { random, skill, trait } = student;
  const session = Array.from({ length: HEX }, () => random.whole(HEX).toString(HEX)).join('');
  let work = begun(assignment, student, session);
  for (const item of assignment.items) {
    if (random.uniform() < 0.06) continue;
    const opened = random.uniform() < 0.25 ? Math.min(1, item.hints.length) : 0;
    for (let i = 0; i < opened; i += 1) work = hinted(work, item);
    const own = key.items[item.id] as ItemKey;
    const seed = variantOf(assignment, item, student.number);
    const isRight = random.uniform() < skill;
    const runs = settingsFor(key, item, student).map((one) => run(item as RunItem, one));
    const numbers =
      item.kind === 'number'
        ? numbersFor(key, item.id, student.number, earlierIn(key, work.items))
        : undefined;
    const kind = pretendsOf(item);
    const answer = (rightly: boolean): void => {
      const asked = { item, key: own, seed, student, isRight: rightly, random, numbers, runs };
      const given = kind.give?.(asked);
      if (given !== undefined) work = answered(work, item, given);
    };
    for (const [i, one] of runs.entries())
      work = item.by === 'runs' ? ran(work, item, one) : citing(work, item, runs.slice(0, i + 1));
    if (trait === 'late-edit' && runs.length === 0) answer(!isRight);
    answer(isRight);
  }
  return work;
}

/** The same work by another hand: what one student entered, typed again by another one in the same order. */
export function copied(assignment: Assignment, from: Work, student: Pretended): Work {
  let work = begun(assignment, student, 'c'.repeat(HEX));
  for (const { item: id, what, value } of from.log.entries) {
    const item = assignment.items.find((one) => one.id === id);
    const done = item && from.items[id];
    if (!item || !done) continue;
    if (what === 'hint') work = hinted(work, item);
    else if (what === 'answer')
      work = answered(
        work,
        item,
        // The log keeps the beginning of a long text, and a list as one.
        [done.answer].flat().join(' ').startsWith(value)
          ? done.answer
          : typeof done.answer === 'string'
            ? value
            : value.split(' ').filter(Boolean),
      );
    else if (item.kind === 'claim')
      work = citing(work, item, done.runs.slice(0, doneOf(work, item).runs.length + 1));
    else for (const run of done.runs) work = ran(work, item, run);
  }
  return work;
}
