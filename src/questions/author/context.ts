/** What a proof and a page need to know of the widgets that questions speak of. Build and Node only. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import { AuthorFault, startOf } from '../../../widgets/kit/contract/author-settings.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import type { Instance } from './placements.ts';
import type { Book, Loaded } from './load.ts';

export type Widgets = Readonly<Record<string, AnyWidget>>;

/** The widget that an experiment of the book is made of, and the settings that it starts with. */
interface PlacedExperiment {
  readonly instance: Instance;
  readonly widget: AnyWidget;
  readonly start: AnySettings;
}

/** The experiment that a question speaks of, in its own lesson. Throws when the lesson does not place the experiment. */
export function experimentOf(
  book: Book,
  widgets: Widgets,
  loaded: Loaded,
  id: string,
): PlacedExperiment {
  const lesson = book.lessons.find((one) => one.id === loaded.lesson);
  const instance = lesson?.instances.find((one) => one.id === id);
  if (!instance) {
    const known = lesson?.instances.map((one) => one.id).join(', ') ?? '';
    throw new AuthorFault(
      `there is no experiment with the id "${id}" in this lesson; it has ${known || 'none'}`,
    );
  }
  const widget = widgetOf(widgets, instance.tag);
  return { instance, widget, start: startOf(widget, id, instance.settings) };
}

/** A widget by its tag. Throws when there is none. */
export function widgetOf(widgets: Widgets, tag: string): AnyWidget {
  const widget = Object.hasOwn(widgets, tag) ? widgets[tag] : undefined;
  if (widget) return widget;
  throw new AuthorFault(
    `there is no widget "${tag}"; there are ${Object.keys(widgets).join(', ')}`,
  );
}

/** How a measure is shown and asked: shares in per cent, everything else as it is. */
export interface ShownMeasure {
  readonly label: string;
  readonly unit: string | undefined;
  readonly digits: number;
  /** What a cited value is multiplied by to be shown. */
  readonly scale: number;
}

/** How a widget's measure is shown. Throws when it has no such measure. */
export function shownMeasure(widget: AnyWidget, name: string): ShownMeasure {
  const measure = Object.hasOwn(widget.measures, name) ? widget.measures[name] : undefined;
  if (!measure) {
    const known = Object.keys(widget.measures).join(', ');
    throw new AuthorFault(`${widget.tag} has no measure "${name}"; it has ${known}`);
  }
  const share = measure.unit === 'share';
  return {
    label: measure.label,
    unit: share ? '%' : measure.unit,
    digits: measure.digits,
    scale: share ? 100 : 1,
  };
}
