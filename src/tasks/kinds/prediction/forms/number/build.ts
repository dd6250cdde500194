/** What the build knows of a predicted number. */
import { shownMeasure } from '../../../../practice/author/context.ts';
import type { ShownMeasure } from '../../../../judge/shown-measure.ts';
import { numberRow } from '../../../../server/number-row.ts';
import type { PredictionData, PredictionForm } from '../../form.ts';
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import type { TypedKey } from './judge/check.ts';
import { numberSchema, type NumberPrediction } from './schema.ts';

/** What a predicted number sends to its page. */
export interface NumberData extends PredictionData, TypedKey {
  readonly measure: string;
  readonly shown: ShownMeasure;
  /** A guess that is further away is told what is said of its side. */
  readonly near?: number | undefined;
}

/** A number is typed. */
export const NUMBER_FORM: PredictionForm<NumberPrediction, NumberData> = {
  schema: numberSchema,
  asks: ({ measure, unit }) => [{ measure, unit }],
  known: ({ low, high }) => [
    ...(low ? [{ id: 'low', ...low }] : []),
    ...(high ? [{ id: 'high', ...high }] : []),
  ],
  prove: () => [],
  data({ measure, min, max, near, unit: own }, widget) {
    const shown = shownMeasure(widget, measure);
    const unit = own ?? shown.unit;
    return { measure, min, max, near, unit, shown: { ...shown, unit } };
  },
  markup: (data) => numberRow(data, PREDICTION_LABELS.yourPrediction),
};
