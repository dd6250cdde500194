/** What a prediction over several runs or measures sends to its page. Build only, but for its types. */
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../widgets/kit/contract/widget.ts';
import { AuthorFault } from '../../../../../widgets/kit/contract/author-settings.ts';
import { shownMeasure } from '../../../practice/author/context.ts';
import type { ShownMeasure } from '../../../judge/shown-measure.ts';
import type { Asked } from '../form.ts';
import type { OfRun } from './schema.ts';

/** A number that one of the answers stands for: a measure of a run, by what sets the run apart from the prediction's own. */
export interface ReadingAsked {
  readonly id: string;
  readonly measure: string;
  readonly own: AnySettings;
  readonly shown: ShownMeasure;
}

/** The readings of several answers; `measure` is meant where they name none. */
export function readingsOf(
  all: readonly OfRun[],
  measure: string | undefined,
  widget: AnyWidget,
): readonly ReadingAsked[] {
  return asksOf(all, measure).map(({ id, measure: of, own }) => ({
    ...{ id, own, measure: of },
    shown: shownMeasure(widget, of),
  }));
}

/** What several answers ask for. Throws where one names no measure and the prediction has none. */
export function asksOf(
  all: readonly OfRun[],
  measure: string | undefined,
): readonly (Asked & Pick<ReadingAsked, 'id' | 'own'>)[] {
  return all.map((one) => {
    const of = one.measure ?? measure;
    if (of === undefined)
      throw new AuthorFault(`"${one.id}" names no measure, and the prediction none for all`);
    return { id: one.id, measure: of, own: one.when ?? {} };
  });
}
