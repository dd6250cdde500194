/** What an author writes of a choice. */
import { z } from 'astro/zod';
import { graded, id, text } from '../../author/fields.ts';

const option = z
  .strictObject({
    id,
    text,
    correct: z.boolean().default(false),
    feedback: text.optional(),
    misconception: text.optional(),
  })
  .refine((o) => o.correct || (o.feedback !== undefined && o.misconception !== undefined), {
    message: 'a wrong option needs a misconception, and a feedback that names it',
  });

/** Options, of which one or `many` are right. */
export const choiceSchema = z.strictObject({
  ...graded,
  kind: z.literal('choice'),
  many: z.boolean().default(false),
  options: z.array(option).min(2, 'a choice has at least two options'),
});

export type ChoiceQuestion = z.infer<typeof choiceSchema>;
