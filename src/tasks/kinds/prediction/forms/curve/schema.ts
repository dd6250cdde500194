/** What an author writes of a drawn prediction. */
import { z } from 'astro/zod';
import { text, unit } from '../../../../practice/author/fields.ts';
import {
  BOTH_ENDS,
  hasBothEnds,
  predictionEnd,
  predictionHead,
  predictionRun,
  scaleEnds,
} from '../../fields.ts';

/** One measure over several values of a setting. */
export const curveSchema = z
  .strictObject({
    ...predictionHead,
    form: z.literal('curve'),
    measure: text,
    ...predictionRun,
    spread: z
      .strictObject({
        param: text,
        values: z
          .array(z.number())
          .min(3, 'a line has 3 points or more')
          .max(100, 'a line has 100 points at most'),
      })
      .optional(),
    unit: unit.optional(),
    ...scaleEnds,
    ...predictionEnd,
  })
  .refine(hasBothEnds, BOTH_ENDS)
  .refine((p) => p.spread !== undefined && p.min !== undefined, {
    message: 'a drawn prediction needs a spread, min and max (the ends of its vertical axis)',
  });

export type CurvePrediction = z.infer<typeof curveSchema>;
