/** What whoever reads an answer is shown beside it. */
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { HandedItem } from '../../../sets/pure/submission/submission.ts';
import { variantOf } from '../../../sets/pure/variants/variant.ts';
import { judgeOf } from '../../../sets/judges.ts';
import type { Beside } from './judging.ts';
import type { ToRead } from './reading.ts';
import type { Reruns } from './reruns.ts';
import { toldIn } from './item.ts';

/** It, for an answer in the queue; nothing where its kind has nothing to show. */
export function besideOf(
  { assignment, items }: Key,
  { student, item: id, answer, runs }: Pick<ToRead, 'student' | 'item' | 'answer' | 'runs'>,
  reruns: Reruns,
): Beside | undefined {
  const item = assignment.items.find((one) => one.id === id);
  const key = Object.hasOwn(items, id) ? items[id] : undefined;
  if (!item || key?.kind !== item.kind) return undefined;
  const seed = variantOf(assignment, item, student.number);
  const handed: HandedItem = {
    ...{ version: item.version, variant: seed, note: '', answer, runs, tries: 0, hints: 0 },
  };
  return judgeOf(item).beside?.({ item, key: toldIn(key, item, seed), seed, handed, reruns });
}
