/** What an author writes of a predicted number. */
import { z } from 'astro/zod';
import { text, unit } from '../../../../author/fields.ts';
import { BOTH_ENDS, hasBothEnds, predictionFields, scaleEnds } from '../../fields.ts';

/** One measure of one run. */
export const numberSchema = z
  .strictObject({
    ...predictionFields,
    form: z.literal('number'),
    measure: text,
    unit: unit.optional(),
    ...scaleEnds,
  })
  .refine(hasBothEnds, BOTH_ENDS);

export type NumberPrediction = z.infer<typeof numberSchema>;
