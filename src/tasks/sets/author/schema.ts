/** What an author writes of an assignment, in `content/<chapter>/assignments/NAME.yaml`. Build only. */
import { z } from 'astro/zod';
import { id, settings, text } from '../../practice/author/fields.ts';
import { having } from '../../tables/having.ts';
import * as SCHEMAS from '../../tables/schema.ts';

type Schemas = typeof SCHEMAS;
/** What an author writes of an item of any kind. */
export type ItemSource = {
  [K in keyof Schemas]: Schemas[K] extends { itemSchema: infer S extends z.ZodType }
    ? z.infer<S>
    : never;
}[keyof Schemas];

const itemSchema = z.discriminatedUnion(
  'kind',
  Object.values(having<z.core.$ZodTypeDiscriminable>(SCHEMAS, 'itemSchema')) as [
    z.core.$ZodTypeDiscriminable,
  ],
) as z.ZodType<unknown> as z.ZodType<ItemSource>;

const experiment = z.strictObject({
  id,
  widget: id,
  title: text.optional(),
  question: text,
  settings: settings.default({}),
});

export const assignmentSchema = z.strictObject({
  id,
  version: z.int().positive(),
  title: text,
  summary: text,
  instructions: text,
  due: z.iso
    .datetime({ offset: true, error: 'due is a time with its zone: 2026-12-18T23:59:00+01:00' })
    .optional(),
  /** Mixed into every draw: another one for each course. */
  salt: text,
  /** Makes the code that opens the solutions; kept as secret as they are. Absent: they are not in the students’ page at all. */
  seal: text
    .min(16, 'seal should have 16 characters at least, so that nobody guesses it')
    .optional(),
  /** When students get the solutions, in words. */
  solutions: text,
  /** How many variants each item has, where it has so many. */
  variants: z.int().min(1).max(400).default(200),
  experiments: z.array(experiment).default([]),
  /** Items of the stock, by their ids; those of its own come after them. */
  use: z.array(id).default([]),
  items: z.array(itemSchema).default([]),
});

/** What an author writes of the stock, in `content/<chapter>/stock/LESSON.yaml`: items with what they need, for any set. */
export const stockSchema = z.strictObject({
  experiments: z.array(experiment).default([]),
  items: z.array(itemSchema),
});

/** With the items that it uses among its own. */
export type AssignmentSource = z.infer<typeof assignmentSchema>;
export type StockSource = z.infer<typeof stockSchema>;
export type ExperimentSource = AssignmentSource['experiments'][number];
