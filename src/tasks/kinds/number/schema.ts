/** What an author writes of a number: what is right, or the run that says it, and which wrong numbers betray what. */
import { z } from 'astro/zod';
import { common, formula, known, name, tolerance, written } from '../../sets/author/fields.ts';
import { graded, id, settings, text, unit } from '../../practice/author/fields.ts';

/** A number, or where a run gives it; known wrong numbers. The order of the fields is part of a question’s hash. */
export const questionSchema = z.strictObject({
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

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('number'),
  unit: unit.optional(),
  /** Earlier numbers whose answers go on in the formula of this one, by the name that they have in it. */
  carried: z.record(name, id).optional(),
  answer: z.union([
    z.number(),
    formula,
    z.strictObject({ widget: id, settings: z.record(z.string(), written), measure: text }),
  ]),
  tolerance,
  wrong: z.array(z.strictObject({ ...known, value: written })).default([]),
});

export type NumberQuestion = z.infer<typeof questionSchema>;
export type NumberSource = z.infer<typeof itemSchema>;
