/** What another key changes: nothing is run again, so it takes as long as it takes to count. */
import { CHANGES } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { pointsIn } from '../out/given-back.ts';
import { canonical } from '../../../sets/pure/submission/digest.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import type { ClassResult } from './class.ts';
import { judgeOf } from '../../../sets/judges.ts';
import type { Decides } from './judging.ts';
import type { ItemVerdict } from './verdict.ts';

/** Who gains or loses at one item, and why. */
export interface Change {
  readonly student: Student;
  readonly item: string;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/**
 * What has changed between two gradings of the same files, by students and items. `maxima`: what marks are in proportion to in files
 * that go back; there a mark is another one, too, where the set has other points in all.
 */
export function changesBetween(
  [oldKey, before]: readonly [Key, ClassResult],
  [newKey, after]: readonly [Key, ClassResult],
  maxima: readonly number[] = [],
): readonly Change[] {
  const of = pointsIn(oldKey.assignment.items);
  const now = pointsIn(newKey.assignment.items);
  const inAll = (student: Student, was: number, points: number): readonly Change[] =>
    maxima.flatMap((max): readonly Change[] => {
      const inFile = (share: number): number => Math.round(100 * max * share) / 100;
      const [from, to] = [inFile(was / of), inFile(points / now)];
      if (of === now || !(Math.abs(from - to) > 0)) return [];
      return [{ student, item: CHANGES.mark(max), from, to, why: CHANGES.total(of, now) }];
    });
  const old = new Map(before.students.map((one) => [normalised(one.student.number), one]));
  return after.students.flatMap(({ student, items, points }) => {
    const was = old.get(normalised(student.number));
    const byItems = items.flatMap((verdict): readonly Change[] => {
      const earlier = was?.items.find((one) => one.item === verdict.item);
      const from = earlier?.points ?? 0;
      if (from === verdict.points) return [];
      const why = whyChanged(oldKey, newKey, earlier, verdict);
      return [{ student, item: verdict.item, from, to: verdict.points, why }];
    });
    return was ? [...byItems, ...inAll(student, was.points, points)] : byItems;
  });
}

function whyChanged(
  old: Key,
  fresh: Key,
  earlier: ItemVerdict | undefined,
  now: ItemVerdict,
): string {
  if (now.state === 'withdrawn') return CHANGES.withdrawn;
  if (now.state === 'by-hand' || earlier?.state === 'by-hand') return CHANGES.decision;
  const [a, b] = [old, fresh].map((key) => partsOf(key, now.item, now.variant)) as [Parts, Parts];
  const names = ['answer', 'tolerance', 'wrong', 'goal', 'points'] as const;
  const changed = names.find((name) => canonical(a[name] ?? null) !== canonical(b[name] ?? null));
  return changed ? CHANGES[changed] : CHANGES.other;
}

type Parts = Decides & { readonly points: unknown };

/** What decides an item, in parts that have names. */
function partsOf({ assignment, items }: Key, id: string, seed: number): Parts {
  const item = assignment.items.find((one) => one.id === id);
  const key = Object.hasOwn(items, id) ? items[id] : undefined;
  const decides = item && key?.kind === item.kind ? judgeOf(item).decides(item, key, seed) : {};
  return { ...decides, points: [item?.points, item?.hints] };
}
