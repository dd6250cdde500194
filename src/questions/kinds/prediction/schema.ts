/** What an author writes of a prediction. */
import { z } from 'astro/zod';
import { common, id, settings, text, unit } from '../../author/fields.ts';

/** A number or a line, asked for before its experiment shows it. */
export const predictionSchema = z
  .strictObject({
    ...common,
    kind: z.literal('prediction'),
    core: z.boolean().default(false),
    minutes: z.number().positive().default(1),
    solution: text.optional(),
    instance: id,
    form: z.enum(['number', 'curve']),
    measure: text,
    /** Further measures whose numbers in the text would give the answer away. */
    withholds: z.array(text).default([]),
    when: settings.default({}),
    spread: z
      .strictObject({
        param: text,
        values: z.array(z.number()).min(3, 'a line has 3 points or more'),
      })
      .optional(),
    unit: unit.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    after: text,
  })
  .refine((p) => (p.min === undefined) === (p.max === undefined), {
    message: 'min and max go together',
  })
  .refine((p) => p.form === 'number' || (p.spread !== undefined && p.min !== undefined), {
    message: 'a drawn prediction needs a spread, min and max (the ends of its vertical axis)',
  });

export type PredictionQuestion = z.infer<typeof predictionSchema>;
