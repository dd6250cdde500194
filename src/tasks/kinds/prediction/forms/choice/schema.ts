/** What an author writes of a predicted choice. */
import { z } from 'astro/zod';
import { conditions, text } from '../../../../practice/author/fields.ts';
import { predictionEnd, predictionHead, predictionRun } from '../../fields.ts';
import { ofRun } from '../../runs/schema.ts';

const option = z
  .strictObject({
    ...ofRun,
    /** It is the right one of a run whose measures meet this. */
    holds: conditions.optional(),
    feedback: text.optional(),
    misconception: text.optional(),
  })
  .refine((o) => o.misconception === undefined || o.feedback !== undefined, {
    message: 'an option with a misconception needs a feedback that speaks to it',
  });

/** Options, of which the run decides: by conditions, or by which of several values is the largest or the smallest. */
export const choiceSchema = z
  .strictObject({
    ...predictionHead,
    ...predictionRun,
    ...predictionEnd,
    form: z.literal('choice'),
    measure: text.optional(),
    which: z.enum(['largest', 'smallest']).optional(),
    options: z.array(option).min(2, 'a choice has at least two options'),
  })
  .refine((q) => q.which !== undefined || q.options.every((o) => o.holds !== undefined), {
    message:
      'say of each option what it holds of a run (holds: { measure: … }), or which value is asked for (largest, smallest)',
  })
  .refine((q) => q.which !== undefined || !q.options.some((o) => o.when ?? o.measure), {
    message:
      'options that hold of one run name no runs or measures of their own; take when and measure away',
  })
  .refine((q) => q.which === undefined || !q.options.some((o) => o.holds), {
    message: 'with which, the values decide; take holds away',
  });

export type ChoicePrediction = z.infer<typeof choiceSchema>;
