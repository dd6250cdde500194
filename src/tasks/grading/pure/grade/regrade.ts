/** What another key changes: nothing is run again, so it takes as long as it takes to count. */
import { CHANGES } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
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

/** What has changed between two gradings of the same files, by students and items. */
export function changesBetween(
  [oldKey, before]: readonly [Key, ClassResult],
  [newKey, after]: readonly [Key, ClassResult],
): readonly Change[] {
  const old = new Map(before.students.map((one) => [normalised(one.student.number), one]));
  return after.students.flatMap(({ student, items }) => {
    const was = old.get(normalised(student.number));
    return items.flatMap((verdict): readonly Change[] => {
      const earlier = was?.items.find((one) => one.item === verdict.item);
      const from = earlier?.points ?? 0;
      if (from === verdict.points) return [];
      const why = whyChanged(oldKey, newKey, earlier, verdict);
      return [{ student, item: verdict.item, from, to: verdict.points, why }];
    });
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
