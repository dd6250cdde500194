/** What a pretended student does with an assignment, item by item. */
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../widgets/kit/record/run-record.ts';
import type { Random } from '../../widgets/kit/numbers/random.ts';
import type { ChoiceItem, ChoiceItemKey } from '../../src/tasks/kinds/choice/item.ts';
import type { ClaimItem } from '../../src/tasks/kinds/claim/item.ts';
import type { Numbers } from '../../src/tasks/kinds/number/item.ts';
import type { ReachItem } from '../../src/tasks/kinds/reach/item.ts';
import type { Assignment, Key } from '../../src/tasks/sets/pure/format/assignment.ts';
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
import { namedFor } from './kinds/challenge.ts';
import { citedSettings, claimFor, wayOf } from './kinds/claim.ts';
import { codeFor } from './kinds/code.ts';
import { pairsFor } from './kinds/match.ts';
import { textFor } from './kinds/text.ts';
import { foundFor } from './kinds/outside.ts';
import type { Pretended } from './students.ts';

/** Gives the record of an honest run. */
export type Ran = (item: RunItem, settings: AnySettings) => RunRecord;

/** What is answered by runs. */
export type RunItem = ReachItem | ClaimItem;

const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[random.whole(from.length)];
const HEX = 16;

/** The settings of each run that a student cites: known before anything is run. */
export function settingsFor(key: Key, item: RunItem, student: Pretended): readonly AnySettings[] {
  const own = key.items[item.id];
  if (item.kind === 'reach') return [endOf(key, item, student)];
  if (own?.kind !== 'claim') return [];
  return citedSettings(own, variantOf(key.assignment, item, student.number), wayOf(student));
}

/** Where a student ends at a goal. */
function endOf(key: Key, item: ReachItem, student: Pretended): AnySettings {
  const seed = variantOf(key.assignment, item, student.number);
  const own = key.items[item.id];
  const start = settingsIn(item.start, drawn(item, seed));
  const solved = own?.kind === 'reach' ? own.answers[seed] : undefined;
  // A stream of its own: what a student does elsewhere must not move it.
  const isRight = Number.parseInt(student.number, 10) % 100 < student.skill * 100;
  return isRight && solved ? { ...start, ...solved } : start;
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
    const own = key.items[item.id];
    const seed = variantOf(assignment, item, student.number);
    const isRight = random.uniform() < skill;
    if (item.kind === 'number' && own?.kind === 'number') {
      // Whoever was wrong before goes on with that.
      const numbers = numbersFor(key, item.id, student.number, earlierIn(key, work.items));
      if (trait === 'late-edit') work = answered(work, item, numberFor(numbers, !isRight, random));
      work = answered(work, item, numberFor(numbers, isRight, random));
    } else if (item.kind === 'choice' && own?.kind === 'choice') {
      if (trait === 'late-edit')
        work = answered(work, item, optionsFor(item, own, seed, !isRight, random));
      work = answered(work, item, optionsFor(item, own, seed, isRight, random));
    } else if (item.kind === 'match' && own?.kind === 'match') {
      if (trait === 'late-edit')
        work = answered(work, item, pairsFor(item, own, seed, !isRight, random));
      work = answered(work, item, pairsFor(item, own, seed, isRight, random));
    } else if (item.kind === 'text' && own?.kind === 'text') {
      if (trait === 'late-edit') work = answered(work, item, textFor(own, seed, !isRight, random));
      work = answered(work, item, textFor(own, seed, isRight, random));
    } else if (item.kind === 'challenge' && own?.kind === 'challenge') {
      if (trait === 'late-edit')
        work = answered(work, item, namedFor(item, own, seed, !isRight, random));
      work = answered(work, item, namedFor(item, own, seed, isRight, random));
    } else if (item.kind === 'code' && own?.kind === 'code') {
      if (trait === 'late-edit')
        work = answered(work, item, codeFor(item, own, seed, !isRight, random));
      work = answered(work, item, codeFor(item, own, seed, isRight, random));
    } else if (item.kind === 'outside' && own?.kind === 'outside') {
      if (trait === 'late-edit')
        work = answered(work, item, foundFor(item, own, seed, !isRight, random));
      work = answered(work, item, foundFor(item, own, seed, isRight, random));
    } else if (item.kind === 'reach') work = ran(work, item, run(item, endOf(key, item, student)));
    else if (item.kind === 'claim' && own?.kind === 'claim') {
      const runs = settingsFor(key, item, student).map((settings) => run(item, settings));
      for (const [i] of runs.entries()) work = citing(work, item, runs.slice(0, i + 1));
      work = answered(work, item, claimFor(item, own, seed, wayOf(student), runs));
    }
  }
  return work;
}

/** The right number as a person would round it, or one of the known wrong ones, or one that nobody knows. */
function numberFor(numbers: Numbers | undefined, isRight: boolean, random: Random): string {
  const { right, wrong } = numbers ?? { right: 1, wrong: {} };
  if (isRight) return String(Number(right.toPrecision(5)));
  const known = pick(random, Object.values(wrong));
  return String(
    Number((random.uniform() < 0.8 && known !== undefined ? known : right * 3.7).toPrecision(5)),
  );
}

/** All right options; some of them; or a wrong one besides. */
function optionsFor(
  { options, many }: ChoiceItem,
  key: ChoiceItemKey,
  seed: number,
  isRight: boolean,
  random: Random,
): readonly string[] {
  const right = key.answers[seed] ?? [];
  if (isRight) return options.filter((id) => right.includes(id));
  const bad =
    pick(
      random,
      options.filter((id) => !right.includes(id)),
    ) ?? '';
  if (!many) return [bad];
  const some = random.uniform() < 0.5 ? right.slice(0, -1) : [...right.slice(0, 1), bad];
  return options.filter((id) => some.includes(id));
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
