/** What the build knows of a predicted number. */
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import { z } from 'astro/zod';
import type { ShownMeasure } from '../../../../judge/shown-measure.ts';
import {
  BOTH_ENDS,
  hasBothEnds,
  predictionEnd,
  predictionHead,
  predictionRun,
  scaleEnds,
} from '../../fields.ts';
import type { PredictionData, PredictionForm } from '../../form.ts';
import type { TypedKey } from './check.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import { text, unit } from '../../../../practice/author/fields.ts';
import { numberRow } from '../../../../server/block.ts';

/** What a guess on one side of the number is told. */
const side = z.strictObject({ misconception: text, feedback: text });

/** One measure of one run. */
const numberSchema = z
  .strictObject({
    ...predictionHead,
    form: z.literal('number'),
    measure: text,
    ...predictionRun,
    unit: unit.optional(),
    ...scaleEnds,
    low: side.optional(),
    high: side.optional(),
    near: z.number().positive().optional(),
    ...predictionEnd,
  })
  .refine(hasBothEnds, BOTH_ENDS)
  .refine(({ low, high, near }) => (low ?? high) === undefined || near !== undefined, {
    message: 'near says how far from the run’s number a guess is low or high',
  });

type NumberPrediction = z.infer<typeof numberSchema>;

/** What a predicted number sends to its page. */
export interface NumberData extends PredictionData, TypedKey {
  readonly measure: string;
  readonly shown: ShownMeasure;
  /** A guess that is further away is told what is said of its side. */
  readonly near?: number | undefined;
}

/** A number is typed. */
export const FORM: PredictionForm<NumberPrediction, NumberData> = {
  schema: numberSchema,
  asks: ({ measure, unit }) => [{ measure, unit }],
  known: ({ low, high }) => [
    ...(low ? [{ id: 'low', ...low }] : []),
    ...(high ? [{ id: 'high', ...high }] : []),
  ],
  guessed: ({ near = 0, min, max, low, high }) => ({
    ...{ near, min, max },
    sides: [...(low ? (['low'] as const) : []), ...(high ? (['high'] as const) : [])],
  }),
  prove: () => [],
  data({ measure, min, max, near, unit: own }, widget) {
    const shown = shownMeasure(widget, measure);
    const unit = own ?? shown.unit;
    return { measure, min, max, near, unit, shown: { ...shown, unit } };
  },
  markup: (data) => numberRow(data, PREDICTION_LABELS.yourPrediction),
};
