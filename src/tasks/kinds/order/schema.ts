/** What an author writes of an order. */
import { z } from 'astro/zod';
import { graded, id, text } from '../../practice/author/fields.ts';

/** Items in the right order, and known wrong ones. */
export const questionSchema = z.strictObject({
  ...graded,
  kind: z.literal('order'),
  /** What the first and the last place mean: `soonest`, `latest`. */
  ends: z.tuple([text, text]).optional(),
  items: z
    .array(z.strictObject({ id, text }))
    .min(3, 'an order has at least three items')
    .max(7, 'an order has at most seven items'),
  wrong: z
    .array(
      z.strictObject({
        id,
        order: z.array(id).min(2, 'a known wrong order names two items or more'),
        misconception: text,
        feedback: text,
      }),
    )
    .default([]),
});

export type OrderQuestion = z.infer<typeof questionSchema>;
