/** What an author writes of a predicted order. */
import { z } from 'astro/zod';
import { text } from '../../../../practice/author/fields.ts';
import { predictionEnd, predictionHead, predictionRun } from '../../fields.ts';
import { ofRun } from '../../runs/schema.ts';

/** Runs or measures, in the order that their values have. */
export const orderSchema = z.strictObject({
  ...predictionHead,
  ...predictionRun,
  ...predictionEnd,
  form: z.literal('order'),
  measure: text.optional(),
  /** What stands first. */
  first: z.enum(['largest', 'smallest']).default('smallest'),
  /** What the first and the last place mean: `soonest`, `latest`. */
  ends: z.tuple([text, text]).optional(),
  items: z
    .array(z.strictObject(ofRun))
    .min(3, 'an order has at least three items')
    .max(7, 'an order has at most seven items'),
});

export type OrderPrediction = z.infer<typeof orderSchema>;
