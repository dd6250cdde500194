/** What an author writes of a predicted number. */
import { z } from 'astro/zod';
import { text, unit } from '../../../../author/fields.ts';
import {
  BOTH_ENDS,
  hasBothEnds,
  predictionEnd,
  predictionHead,
  predictionRun,
  scaleEnds,
} from '../../fields.ts';

/** One measure of one run. */
export const numberSchema = z
  .strictObject({
    ...predictionHead,
    form: z.literal('number'),
    measure: text,
    ...predictionRun,
    unit: unit.optional(),
    ...scaleEnds,
    ...predictionEnd,
  })
  .refine(hasBothEnds, BOTH_ENDS);

export type NumberPrediction = z.infer<typeof numberSchema>;
