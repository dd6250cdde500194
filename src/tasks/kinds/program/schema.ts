/** What an author writes of a program to change: which, how, and what the changed one prints. */
import { z } from 'astro/zod';
import { graded, id, settings, text, unit } from '../../practice/author/fields.ts';
import { common, name, written } from '../../sets/author/fields.ts';

const value = z.number().nullable();
const line = z.string().regex(/^[^\n]*\S[^\n]*$/, 'write one line');

/** One line of its `program.py`, without the spaces around it, and what stands in its place. */
const edit = z.strictObject({ line, becomes: line });
const printed = z.record(z.string(), z.strictObject({ unchanged: value, changed: value }));

/** The order of the fields is part of a question’s hash. */
export const questionSchema = z.strictObject({
  ...graded,
  kind: z.literal('program'),
  widget: id,
  settings: settings.default({}),
  edit,
  /** The measure that is predicted, in its unit, and how far off is still near. */
  measure: text,
  unit: unit.optional(),
  near: z.number().positive(),
  /** What it prints of some measures, the predicted one among them: `tests/python/` runs both programs. */
  printed,
});

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('program'),
  widget: id,
  settings: z.record(z.string(), written).default({}),
  /** What is drawn stands in braces in it. */
  edit,
  measure: text,
  unit: unit.optional(),
  near: z.number().positive(),
  /** What both programs print by what is drawn; the first entry that fits a variant counts. */
  printed: z
    .array(
      z.strictObject({ at: z.record(name, z.union([z.number(), text])).default({}), of: printed }),
    )
    .min(1, 'say what the programs print'),
});

export type ProgramSource = z.infer<typeof itemSchema>;
export type ProgramQuestion = z.infer<typeof questionSchema>;
