/** What an instructor has written on an item, for whoever reads answers to it; students have none of it. */
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn, variantOf } from '../../../sets/pure/variants/variant.ts';
import type { ToRead } from './reading.ts';

/** The rubric of the item, where it has one, and its solution, with the numbers of the student’s own variant in both. */
export function guideTo(
  { assignment, items }: Key,
  { item: id, student }: Pick<ToRead, 'item' | 'student'>,
): string {
  const own = Object.hasOwn(items, id) ? items[id] : undefined;
  const item = assignment.items.find((one) => one.id === id);
  if (!own || !item) return '';
  const rubric: unknown = 'rubric' in own ? own.rubric : undefined;
  const lines = Array.isArray(rubric) ? rubric.map((line) => `- ${rubricLine(line)}`) : [];
  const values = drawn(item, variantOf(assignment, item, student.number));
  return inOwn([...lines, own.solution].join('\n'), values);
}

const rubricLine = (line: unknown): string =>
  typeof line === 'string'
    ? line
    : Object.values(line as Readonly<Record<string, unknown>>)
        .filter((one) => typeof one === 'string' || typeof one === 'number')
        .join(': ');
