import { figureOf, furtherOf, stepOf } from '../../widgets/kit/draw/drawing.ts';
import type { Settings, Table } from '../../widgets/kit/contract/params.ts';
import type { Layout, View, Widget } from '../../widgets/kit/contract/widget.ts';

/** A run's figure as it stands in a page, without what tells ears to pass over its words. */
export function drawn<T extends Table, Outcome>(
  widget: Widget<T, Outcome>,
  settings: Settings<T>,
  outcome: Outcome,
  layout: Layout,
  view: Partial<View<Settings<T>, Outcome>> = {},
): string {
  const drawing = widget.draw(settings, outcome, { ...view, layout });
  const steps = drawing.steps?.map((_, i) => stepOf(drawing, i).markup) ?? [];
  const all = [figureOf(drawing).markup, furtherOf(drawing).markup, ...steps].join('');
  return all
    .replaceAll(/<g aria-hidden="true">(.*?)<\/g>(?=<\/svg>)/gs, '$1')
    .replaceAll(' aria-hidden="true"', '');
}
