/** What a pretended student does with an assignment, item by item. */
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../widgets/kit/record/run-record.ts';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import type { Item, ItemKey } from '../../src/tasks/tables/item.ts';
import { earlierIn, numbersFor } from '../../src/tasks/grading/pure/grade/numbers.ts';
import { drawn, settingsIn, variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
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

/** The settings of each run that a student ends at or cites: known before anything is run. Who copies moves what another moved. */
export function settingsFor(
  key: Key,
  item: Item,
  student: Pretended,
  source?: Pretended,
): readonly AnySettings[] {
  const from = source ?? student;
  const seed = variantOf(key.assignment, item, from.number);
  const own = key.items[item.id] as ItemKey;
  const all = pretendsOf(item).runs?.({ item, key: own, seed, student: from }) ?? [];
  if (!source || !('vary' in item)) return all;
  const start = settingsIn(
    item.start,
    drawn(item, variantOf(key.assignment, item, student.number)),
  );
  return all.map((settings) => ({
    ...start,
    ...Object.fromEntries(item.vary.map((name) => [name, settings[name] ?? ''])),
  }));
}

const sessionOf = ({ random }: Pretended): string =>
  Array.from({ length: HEX }, () => random.whole(HEX).toString(HEX)).join('');

/** The work of a student, with one late change of mind where that is their way; or how they go on with what they have done, at some items. */
export function workOf(
  key: Key,
  student: Pretended,
  run: Ran,
  before = begun(key.assignment, student, sessionOf(student)),
  items = key.assignment.items,
): Work {
  const { assignment } = key;
  const { random, skill, trait } = student;
  let work = before;
  for (const item of items) {
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

/** The same answers by another hand, in the same order: on a page with other numbers. Of a share of the items; the others are `own`. */
export function copied(
  key: Key,
  { from, own, share }: { readonly from: Work; readonly own: Work; readonly share: number },
  student: Pretended,
  source: Pretended,
  run: Ran,
): Work {
  let work = begun(key.assignment, student, sessionOf(student));
  for (const item of key.assignment.items) {
    const isOwn = share < 1 && student.random.uniform() >= share;
    const { items } = isOwn ? own : from;
    const done = Object.hasOwn(items, item.id) ? items[item.id] : undefined;
    if (!done) continue;
    if (done.answer !== null) work = answered(work, item, done.answer);
    const again = settingsFor(key, item, student, source).map((one) => run(item as RunItem, one));
    if (done.runs.length > 0) work = citing(work, item, isOwn ? done.runs : again);
  }
  return work;
}

/** A work whose texts are nobody’s but its own: what stands in the key is known to whoever has it. */
export function inOwnWords({ assignment }: Key, work: Work, name: string): Work {
  return assignment.items.reduce((now, item) => {
    const { answer } = doneOf(now, item);
    if (item.kind === 'outside' && typeof answer === 'object')
      return answered(now, item, answer?.with(-1, `${answer.at(-1) ?? ''}# ${name}\n`) ?? null);
    const isText = item.kind === 'text' || item.kind === 'claim';
    return isText && typeof answer === 'string' ? answered(now, item, `${answer} (${name})`) : now;
  }, work);
}
