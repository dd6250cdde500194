/** What an author writes of a number question. */
import { z } from 'astro/zod';
import { graded, id, settings, text, unit } from '../../author/fields.ts';

const tolerance = z
  .strictObject({ absolute: z.number().min(0).optional(), relative: z.number().min(0).optional() })
  .refine((t) => t.absolute !== undefined || t.relative !== undefined, {
    message: 'a tolerance names absolute, relative or both',
  });

/** A number, or where a run gives it; known wrong numbers. */
export const numberSchema = z.strictObject({
  ...graded,
  kind: z.literal('number'),
  answer: z.union([z.number(), z.strictObject({ widget: id, settings, measure: text })]),
  unit: unit.optional(),
  tolerance,
  wrong: z
    .array(
      z.strictObject({
        id,
        value: z.number(),
        tolerance: tolerance.optional(),
        misconception: text,
        feedback: text,
      }),
    )
    .default([]),
});

export type NumberQuestion = z.infer<typeof numberSchema>;
