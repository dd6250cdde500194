/** What an earlier edition’s students and instructors keep of an assignment with an item of every kind. */
import '../../../src/tasks/kinds/code/engine/node.ts';
import { readFileSync } from 'node:fs';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { loadWidget } from '../../../widgets/index.ts';

/** The text of a file of theirs. */
export const kept = (name: string): string =>
  readFileSync(`tests/compat/fixtures/assignments/${name}`, 'utf8');

export const EVERY_KIND = JSON.parse(kept('key.json')) as Key;

/** Its key, as if it had been made with today’s experiments. */
export async function everyKindToday(): Promise<Key> {
  const { assignment } = EVERY_KIND;
  const items = assignment.items.map(async (item) =>
    'widget' in item ? { ...item, widgetVersion: (await loadWidget(item.widget)).version } : item,
  );
  return { ...EVERY_KIND, assignment: { ...assignment, items: await Promise.all(items) } };
}
