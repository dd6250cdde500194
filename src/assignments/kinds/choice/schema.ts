/** What an author writes of a choice: options, and which of them are right in which variant. */
import { z } from 'astro/zod';
import { id, text } from '../../../questions/author/fields.ts';
import { common, formula } from '../../author/fields.ts';

const option = z
  .strictObject({
    id,
    text,
    /** A formula where it depends on the variant: what holds is 1. */
    correct: z.union([z.boolean(), formula]).default(false),
    misconception: text.optional(),
    feedback: text.optional(),
  })
  .refine(
    (one) =>
      one.correct === true || (one.feedback !== undefined && one.misconception !== undefined),
    {
      message: 'an option that can be wrong needs a misconception, and a feedback that names it',
    },
  );

export const choiceItem = z.strictObject({
  ...common,
  kind: z.literal('choice'),
  many: z.boolean().default(false),
  /** The options keep their order: they are steps, or lead up to “none of these”. */
  ordered: z.boolean().default(false),
  options: z.array(option).min(2, 'a choice has at least two options'),
});

export type ChoiceSource = z.infer<typeof choiceItem>;
