/** What a proof and a page need to know of the widgets that questions speak of. Build and Node only. */
import { changed, defaults, type AnySettings, type Table } from '../../widgets/kit/params.ts';
import type { AnyWidget } from '../../widgets/kit/widget.ts';
import type { Instance } from './placements.ts';
import type { Book, Loaded } from './load.ts';

export type Widgets = Readonly<Record<string, AnyWidget>>;

/** The widget that an experiment of the book is made of, and the settings that it starts with. */
export interface Stage {
  readonly instance: Instance;
  readonly widget: AnyWidget;
  readonly start: AnySettings;
}

/** A fault that an author can mend; its message says what to do. */
export class AuthorFault extends Error {}

/** Full settings: the widget's defaults with some changes. Throws when a change is unknown or out of range. */
export function fullSettings(widget: AnyWidget, changes: AnySettings, what: string): AnySettings {
  const table = widget.params as Table;
  const full = changed(table, defaults(table), changes) as AnySettings;
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(table, name)) {
      const known = Object.keys(table).join(', ');
      throw new AuthorFault(`${what}: ${widget.tag} has no setting "${name}"; it has ${known}`);
    }
    // A text setting has a canonical form; numbers and choices must stand as written.
    if (table[name]?.kind !== 'text' && full[name] !== value) {
      throw new AuthorFault(
        `${what}: ${name} cannot be ${value}; ${String(full[name])} would be used`,
      );
    }
  }
  return full;
}

/** The stage of a question, in its own lesson. Throws when the lesson does not place the experiment. */
export function stageOf(book: Book, widgets: Widgets, loaded: Loaded, id: string): Stage {
  const lesson = book.lessons.find((one) => one.id === loaded.lesson);
  const instance = lesson?.instances.find((one) => one.id === id);
  if (!instance) {
    const known = lesson?.instances.map((one) => one.id).join(', ') ?? '';
    throw new AuthorFault(
      `there is no experiment with the id "${id}" in this lesson; it has ${known || 'none'}`,
    );
  }
  const widget = widgetOf(widgets, instance.tag);
  return { instance, widget, start: fullSettings(widget, instance.settings, `<… id="${id}">`) };
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
export interface Shown {
  readonly label: string;
  readonly unit: string | undefined;
  readonly digits: number;
  /** What a cited value is multiplied by to be shown. */
  readonly scale: number;
}

/** How a widget's measure is shown. Throws when it has no such measure. */
export function shownMeasure(widget: AnyWidget, name: string): Shown {
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
