/** What an author writes of a predicted number. */
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

/** What a guess on one side of the number is told. */
const side = z.strictObject({ misconception: text, feedback: text });

/** One measure of one run. */
export const numberSchema = z
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

export type NumberPrediction = z.infer<typeof numberSchema>;
