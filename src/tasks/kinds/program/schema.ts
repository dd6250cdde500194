/** What an author writes of a program to change: which, how, and what the changed one prints. */
import { z } from 'astro/zod';
import { graded, id, settings, text, unit } from '../../practice/author/fields.ts';

const value = z.number().nullable();
const line = z.string().regex(/^[^\n]*\S[^\n]*$/, 'write one line');

/** The order of the fields is part of a question’s hash. */
export const questionSchema = z.strictObject({
  ...graded,
  kind: z.literal('program'),
  widget: id,
  settings: settings.default({}),
  /** One line of its `program.py`, without the spaces around it, and what stands in its place. */
  edit: z.strictObject({ line, becomes: line }),
  /** The measure that is predicted, in its unit, and how far off is still near. */
  measure: text,
  unit: unit.optional(),
  near: z.number().positive(),
  /** What it prints of some measures, the predicted one among them: `tests/python/` runs both programs. */
  printed: z.record(z.string(), z.strictObject({ unchanged: value, changed: value })),
});

export type ProgramQuestion = z.infer<typeof questionSchema>;
