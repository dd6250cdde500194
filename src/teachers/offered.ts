/** The experiments that a teacher can hand out, lesson by lesson. Build only. */
import { WIDGETS } from '../book/widgets.ts';
import { lessonPath, type Lesson } from '../book/lessons.ts';
import { startOf } from '../../widgets/kit/contract/author-settings.ts';
import type { Table } from '../../widgets/kit/contract/params.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import type { Offered } from './compose.ts';

/** An experiment with the words and the address for it. */
export interface Choice {
  readonly title: string;
  /** From the book's root, to the experiment itself. */
  readonly path: string;
  readonly offered: Offered;
}

/** The experiments of one lesson, in its order. */
export function choicesOf(lesson: Lesson): readonly Choice[] {
  const source = loadBook().lessons.find(({ id }) => id === lesson.id);
  return (source?.instances ?? []).flatMap(({ id, tag, title, settings }) => {
    const widget = WIDGETS[tag];
    if (!widget) return [];
    const start = startOf(widget, id, settings);
    const params = widget.params as Table;
    return {
      title: title ?? widget.title,
      path: `${lessonPath(lesson)}#${id}`,
      offered: { id, version: widget.version, params, start },
    };
  });
}
