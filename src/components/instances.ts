/** The experiments that the lessons hold, by id: read from the lessons, because Astro renders in no fixed order. */
import { WIDGETS } from '../book/widgets.ts';
import { startOf } from '../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { loadBook } from '../tasks/practice/author/load.ts';

export interface Found {
  readonly widget: AnyWidget;
  readonly start: AnySettings;
}

/** The widget and the start of one instance; an unknown id stops the build. */
export function instance(id: string): Found {
  const all = loadBook().lessons.flatMap((lesson) => lesson.instances);
  const found = all.find((one) => one.id === id);
  const widget = found && WIDGETS[found.tag];
  if (!found || !widget) {
    const known = all.map((one) => one.id).join(', ');
    throw new Error(`no lesson holds an experiment with the id ${id}; there are ${known}.`);
  }
  return { widget, start: startOf(widget, id, found.settings) };
}
