/** What an item was like in earlier courses: a file that goes from one to the next. It names no student. */
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import type { Estimate } from './numbers.ts';
import type { ItemStats } from './items.ts';

/** An item in one course. */
export interface Remembered {
  readonly course: string;
  readonly version: number;
  readonly students: number;
  readonly facility: Estimate | null;
  readonly firstTry: Estimate | null;
  /** The median, of those who agreed to tell. */
  readonly minutes: number | null;
}

export interface Memory {
  readonly format: 1;
  readonly kind: 'item-memory';
  readonly items: Readonly<Record<string, readonly Remembered[]>>;
}

export const NO_MEMORY: Memory = { format: 1, kind: 'item-memory', items: {} };

/** The memory with this course in it; a course that is there already is written anew. */
export function remembered(
  { items }: Memory,
  course: string,
  assignment: Pick<Assignment, 'items'>,
  stats: readonly ItemStats[],
): Memory {
  const all = new Map(Object.entries(items));
  for (const { item, count, facility, firstTry, minutes } of stats) {
    const version = assignment.items.find(({ id }) => id === item)?.version ?? 1;
    const earlier = (all.get(item) ?? []).filter((one) => one.course !== course);
    all.set(item, [
      ...earlier,
      {
        course,
        version,
        students: count,
        facility: facility ?? null,
        firstTry: firstTry ?? null,
        minutes: minutes?.[1] ?? null,
      },
    ]);
  }
  return { ...NO_MEMORY, items: Object.fromEntries(all) };
}

/** The memory in a file; nothing where it is none. */
export function memoryIn(text: string): Memory | undefined {
  try {
    const value = JSON.parse(text) as Partial<Memory> | null;
    const isOne =
      value?.kind === 'item-memory' &&
      value.format === 1 &&
      typeof value.items === 'object' &&
      Object.values(value.items ?? {}).every(
        (list: unknown) => Array.isArray(list) && list.every(isRemembered),
      );
    return isOne ? (value as Memory) : undefined;
  } catch {
    return undefined;
  }
}

function isRemembered(value: unknown): value is Remembered {
  const one = value as Partial<Remembered> | null;
  const isShare = (of: Partial<Estimate> | null | undefined): boolean =>
    of === null || [of?.value, of?.low, of?.high].every((part) => Number.isFinite(part));
  return (
    typeof one?.course === 'string' &&
    one.course.length <= 200 &&
    Number.isFinite(one.students) &&
    isShare(one.facility) &&
    isShare(one.firstTry) &&
    (one.minutes === null || Number.isFinite(one.minutes))
  );
}
