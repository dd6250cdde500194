/**
 * node scripts/build/ahead.ts: runs what the lessons show, from the last lesson to the first, while the pages are built from
 * the first to the last: the two meet half-way, and each finds what the other has kept. Nothing depends on it.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import type { LessonSource } from '../../src/tasks/practice/contract.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { startOf } from '../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { answersAtOnce } from '../../widgets/kit/contract/widget.ts';
import { loadWidget } from '../../widgets/index.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';

/** An experiment of a lesson, and what differs from its start. */
interface Shown {
  readonly id: string;
  readonly changes: AnySettings;
}

/** What a lesson shows of its experiments: the start of each, and what its numbers in the text speak of. */
export function shownIn(lesson: Pick<LessonSource, 'instances'>, mdx: string): readonly Shown[] {
  const starts = lesson.instances.map(({ id }) => ({ id, changes: {} }));
  const cited = [...mdx.matchAll(/<Yours\s+of="([\w-]+)\.\w+"\s+when=\{(\{[^}]*\})\}/g)].map(
    ([, id = '', changes = '']) => ({ id, changes: parse(changes) as AnySettings }),
  );
  return [...starts, ...cited];
}

async function runShown(lesson: LessonSource): Promise<void> {
  for (const { id, changes } of shownIn(lesson, readFileSync(lesson.file, 'utf8'))) {
    const instance = lesson.instances.find((one) => one.id === id);
    if (!instance) continue;
    const widget = await loadWidget(instance.tag);
    // What answers at once is over before another process could take it up.
    if (answersAtOnce(widget)) continue;
    await keptOutcomes(widget, [{ ...startOf(widget, id, instance.settings), ...changes }]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const lesson of loadBook().lessons.toReversed()) {
    // What is wrong is said by the build of the page, with its place.
    await runShown(lesson).catch(() => undefined);
  }
}
