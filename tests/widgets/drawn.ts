import { figureOf, furtherOf, stepOf } from '../../widgets/kit/draw/drawing.ts';
import type { Settings, Table } from '../../widgets/kit/contract/params.ts';
import type { Layout, View, Widget } from '../../widgets/kit/contract/widget.ts';

/** A run's figure as it stands in a page. */
export function drawn<T extends Table, Outcome>(
  widget: Widget<T, Outcome>,
  settings: Settings<T>,
  outcome: Outcome,
  layout: Layout,
  view: Partial<View<Settings<T>, Outcome>> = {},
): string {
  const drawing = widget.draw(settings, outcome, { ...view, layout });
  const steps = drawing.steps?.map((_, i) => stepOf(drawing, i).markup) ?? [];
  return [figureOf(drawing).markup, furtherOf(drawing).markup, ...steps].join('');
}
