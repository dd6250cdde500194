/** What an author writes of two or three predicted numbers. */
import { z } from 'astro/zod';
import { id, settings, text, unit } from '../../../../practice/author/fields.ts';
import {
  BOTH_ENDS,
  hasBothEnds,
  predictionEnd,
  predictionHead,
  predictionRun,
  scaleEnds,
} from '../../fields.ts';

const number = z
  .strictObject({
    id,
    /** Its name beside the field; without it, the measure's own. */
    label: text.optional(),
    measure: text,
    when: settings.optional(),
    unit: unit.optional(),
    ...scaleEnds,
  })
  .refine(hasBothEnds, BOTH_ENDS);

/** Measures of one run, or of several. */
export const numbersSchema = z.strictObject({
  ...predictionHead,
  ...predictionRun,
  ...predictionEnd,
  form: z.literal('numbers'),
  numbers: z
    .array(number)
    .min(2, 'there are two or three numbers; for one there is form: number')
    .max(3, 'there are two or three numbers'),
});

export type NumbersPrediction = z.infer<typeof numbersSchema>;
