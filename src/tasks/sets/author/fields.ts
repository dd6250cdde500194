/** The fields that kinds of items share, as an author may write them. Build only: the page gets data, never this file. */
import { z } from 'astro/zod';
import { id, text } from '../../practice/author/fields.ts';

/** A number, or a text that begins with `=` and is a formula over what is drawn. */
export const written = z.union([z.number(), z.string()]);
export const formula = z.string().regex(/^=/, 'a formula begins with =');
export const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a drawn value is called in one word, as in slowShare');

/** Values in equal steps, written as their ends. */
const range = z
  .strictObject({ min: z.number(), max: z.number(), step: z.number().positive() })
  .refine(({ min, max }) => min < max, { message: 'min should lie below max' })
  .transform(({ min, max, step }) =>
    Array.from({ length: Math.floor((max - min) / step + 1e-9) + 1 }, (_, i) =>
      Number((min + i * step).toPrecision(12)),
    ),
  );

/** What every item has. */
export const common = {
  id,
  version: z.int().positive(),
  points: z.number().positive(),
  minutes: z.number().positive(),
  /** What it asks about, by its name in the chapter’s table: of what stands in the stock. */
  idea: id.optional(),
  objective: text,
  prompt: text,
  hints: z.array(z.strictObject({ text, costs: z.number().min(0) })).default([]),
  draw: z
    .record(
      name,
      z.union([
        range,
        z.array(z.union([z.number(), text])).min(1, 'a draw has one value at least'),
      ]),
    )
    .default({}),
  derive: z.record(name, formula).default({}),
  /** Whether the student is asked how sure they are. */
  confidence: z.boolean().default(false),
  withdrawn: z.array(z.int().positive()).default([]),
  solution: text,
};

/** How far from what is right still counts. */
export const tolerance = z
  .strictObject({ absolute: z.number().min(0).optional(), relative: z.number().min(0).optional() })
  .refine((one) => one.absolute !== undefined || one.relative !== undefined, {
    message: 'a tolerance names absolute, relative or both',
  });

/** What a wrong answer betrays, and what whoever gave it is told. */
export const known = { id, misconception: text, feedback: text };
