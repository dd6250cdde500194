/** The tables of a graded class, as rows: everything in them came from outside and is text wherever it is shown. */
import { plain } from '../../../../widgets/kit/draw/format.ts';
import type { Key } from '../../sets/pure/format/assignment.ts';
import type { ClassResult } from '../pure/grade/class.ts';
import { pointsIn } from '../pure/out/given-back.ts';
import type { Change } from '../pure/grade/regrade.ts';
import { isUnread, unreadOf, type ItemVerdict } from '../pure/grade/verdict.ts';
import type { Cell, TableRow } from '../pure/out/view.ts';
import type { ItemStats } from '../pure/stats/items.ts';
import { NO_MEMORY, type Memory } from '../pure/stats/memory.ts';
import type { Estimate } from '../pure/stats/numbers.ts';
import type { Together } from '../pure/stats/together.ts';
import type { VariantTest } from '../pure/stats/variants.ts';
import { TO_DO } from '#words/src/tasks/grading/pure/grade/words';
import { BOTH, HEADS, ROOM } from '#words/src/tasks/grading/teach/words';

/** The head of a column; what it says is heard, and shown on request. */
export type Head = string | { readonly value: string; readonly says: string };

/** A table before anybody looks at it. */
export interface Rows {
  readonly head: readonly Head[];
  readonly rows: readonly TableRow[];
}

/** One row for each student. An item is known by its place, as on the students’ page. */
export function gradesRows(
  { assignment: { items }, items: keys }: Key,
  { students }: ClassResult,
): Rows {
  return {
    head: [
      HEADS.name,
      HEADS.number,
      HEADS.pointsOf(pointsIn(items)),
      ...items.map(({ id, points }, i) => ({
        value: String(i + 1),
        says: HEADS.of(keys[id]?.objective ?? id, points),
      })),
      HEADS.look,
    ],
    rows: students.map(({ student: { name, number }, points, items: verdicts, flags }) => {
      const unread = unreadOf(verdicts);
      return [
        name,
        number,
        { value: rounded(points), ...(unread > 0 && { mark: '+' }), says: ROOM.soFar(unread) },
        ...verdicts.map((one) => gradeCell(one, number)),
        flags.length === 0
          ? ''
          : { value: flags.length, says: flags.map(({ says }) => says).join(' ') },
      ];
    }),
  };
}

const rounded = (points: number): number => Math.round(points * 100) / 100;

/** What is unread, or was not given, is no zero. */
function gradeCell(one: ItemVerdict, number: string): Cell {
  const { item, state, points, tries = 0, minutes } = one;
  const value = points > 0 ? rounded(points) : isUnread(one) ? '–' : state === 'missing' ? '' : 0;
  const says = [`${ROOM.states[state]}. ${one.says}`, ROOM.worked(tries, minutes)].join(' ').trim();
  return {
    ...{ value, says },
    ...(isUnread(one) && points > 0 && { mark: '+' }),
    ...(state !== 'missing' && { opens: { number, item } }),
  };
}

/** One row for each thing that somebody should look at. */
export const flagsRows = ({ students }: ClassResult): Rows => ({
  head: [HEADS.name, HEADS.number, HEADS.seen, HEADS.toDo],
  rows: students.flatMap(({ student: { name, number }, flags }) =>
    flags.map(({ flag, says }) => [name, number, says, TO_DO[flag]]),
  ),
});

/** One row for each file that is not graded. */
export const refusedRows = ({ refused }: ClassResult): Rows => ({
  head: [HEADS.file, HEADS.why],
  rows: refused.map(({ file, says }) => [file, says]),
});

/** One row for each mark that has changed. */
export const changesRows = (changes: readonly Change[]): Rows => ({
  head: [HEADS.number, HEADS.name, HEADS.item, HEADS.from, HEADS.to, HEADS.because],
  rows: changes.map(({ student, item, from, to, why }) => [
    student.number,
    student.name,
    item,
    from,
    to,
    why,
  ]),
});

/** One row for each item. */
export function itemsRows(
  key: Key,
  stats: readonly ItemStats[],
  { items: memory }: Memory = NO_MEMORY,
): Rows {
  const hasMinutes = stats.some(({ minutes }) => minutes);
  return {
    head: [
      HEADS.item,
      HEADS.facility,
      HEADS.earlier,
      HEADS.discrimination,
      HEADS.groups,
      HEADS.firstTry,
      ...(hasMinutes ? [HEADS.minutes] : []),
      HEADS.variants,
      HEADS.wrong,
    ],
    rows: stats.map((one) => [
      one.item,
      estimate(one.facility, percent),
      (Object.hasOwn(memory, one.item) ? (memory[one.item] ?? []) : [])
        .map(({ course, facility, minutes, students }) =>
          ROOM.earlier(course, facility ? percent(facility.value) : BOTH.none, minutes, students),
        )
        .join('; '),
      estimate(one.discrimination, (value) => value.toFixed(2)),
      one.groups.length === 0
        ? BOTH.none
        : { drawn: 'bars', values: one.groups, says: one.groups.map(percent).join(' · ') },
      estimate(one.firstTry, percent),
      ...(hasMinutes ? [one.minutes ? ROOM.minutes(one.minutes) : ''] : []),
      one.variants ? variantWords(one.variants, stats.length) : BOTH.none,
      wrongWords(key, one),
    ]),
  };
}

/** One row for each measure of what a class has run. */
export const togetherRows = (all: readonly Together[]): Rows => ({
  head: [HEADS.item, HEADS.measure, HEADS.runs, HEADS.mean, HEADS.spread, HEADS.said],
  rows: all.map(({ item, measure, count, mean, spread, said }) => [
    item,
    measure,
    count,
    estimate(mean, plain),
    { drawn: 'box', values: spread, says: spread.map(plain).join(' · ') },
    Number.isFinite(said) ? plain(said) : '',
  ]),
});

/** So often an alarm is raised for an assignment whose variants are all alike. */
const FALSE_ALARM = 0.05;

const percent = (value: number): string => BOTH.share(plain(Math.round(value * 100)));

const variantWords = ({ p, hardest }: VariantTest, items: number): string =>
  p <= FALSE_ALARM / items
    ? ROOM.differ(hardest.variant, plain(hardest.mean * 100), hardest.count)
    : ROOM.alike;

/** Each wrong answer with what it betrays and the share of students who gave it. */
function wrongWords({ items }: Key, { item, wrong }: ItemStats): string {
  const own = Object.hasOwn(items, item) ? items[item] : undefined;
  const known = own && 'wrong' in own ? own.wrong : [];
  return wrong
    .map(({ id, count, share }) => {
      const misconception = known.find((one) => one.id === id)?.misconception;
      const said = misconception === undefined ? id : `${id} (${misconception})`;
      return ROOM.wrong(said, count, estimate(share, percent));
    })
    .join('; ');
}

const estimate = (found: Estimate | undefined, said: (value: number) => string): string =>
  found ? BOTH.estimate(said(found.value), said(found.low), said(found.high)) : BOTH.none;
