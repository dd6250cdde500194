/** What the build knows of a drawn prediction. */
import type { PredictionForm } from '../../form.ts';
import { curveData, type CurveData } from './data.ts';
import { curveMarkup } from './markup.ts';
import { proveCurve } from './prove.ts';
import { curveSchema, type CurvePrediction } from './schema.ts';

/** A line is drawn on empty axes. */
export const CURVE_FORM: PredictionForm<CurvePrediction, CurveData> = {
  schema: curveSchema,
  asks: ({ measure, unit, spread }) => [{ measure, unit, ...(spread && { spread }) }],
  prove: proveCurve,
  data: curveData,
  markup: curveMarkup,
};
