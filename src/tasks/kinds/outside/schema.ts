/** What an author writes of work outside the book: how its data are made, which numbers are asked for, and how they follow. */
import { z } from 'astro/zod';
import { id, text, unit } from '../../practice/author/fields.ts';
import { common, known, tolerance } from '../../sets/author/fields.ts';
import { LONGEST_CODE } from '../code/pure/cases.ts';

const program = text.max(LONGEST_CODE);

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('outside'),
  data: z.strictObject({
    /** What the file is called, before the number of the variant. */
    file: id,
    columns: z
      .array(z.string().regex(/^[a-z]\w*$/, 'a column is called in one word, as in latency_ms'))
      .min(1)
      .max(12),
    /** A program with `function rows()`, which gives a list of rows; `random()` and `normal()` are there. */
    rows: program,
  }),
  /** The numbers that are asked for. */
  asks: z
    .array(z.strictObject({ id, label: text, unit: unit.optional(), tolerance }))
    .min(1, 'ask for one number at least')
    .max(6),
  /** A program with `function solve(rows)`, which gives the numbers by their ids; each row is an object by columns. */
  solve: program,
  /** What whoever reads the script gives points for; the rest of the item’s points go to the numbers. */
  rubric: z.array(z.strictObject({ id, text, points: z.number().positive() })).default([]),
  /** Each gives some of the numbers as a student with that misconception would. */
  wrong: z.array(z.strictObject({ ...known, code: program })).default([]),
});

export type OutsideSource = z.infer<typeof itemSchema>;
