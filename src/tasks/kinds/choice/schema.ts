/** What an author writes of a choice: options, and which of them are right; in a set by the variant. */
import { z } from 'astro/zod';
import { common, formula } from '../../sets/author/fields.ts';
import { graded, id, text } from '../../practice/author/fields.ts';

const told = {
  message: 'an option that can be wrong needs a misconception, and a feedback that names it',
};
interface Told {
  readonly correct: boolean | string;
  readonly feedback?: string | undefined;
  readonly misconception?: string | undefined;
}

const isTold = ({ correct, feedback, misconception }: Told): boolean =>
  correct === true || (feedback !== undefined && misconception !== undefined);

/** The order of the fields is part of a question’s hash. */
const fields = <T>(correct: T) => ({
  ...{ id, text, correct },
  ...{ feedback: text.optional(), misconception: text.optional() },
});
const option = z.strictObject(fields(z.boolean().default(false))).refine(isTold, told);
const optionInVariant = z
  .strictObject(fields(z.union([z.boolean(), formula]).default(false)))
  .refine(isTold, told);

const LEAST = 'a choice has at least two options';

/** Options, of which one or `many` are right. */
export const questionSchema = z.strictObject({
  ...graded,
  kind: z.literal('choice'),
  many: z.boolean().default(false),
  options: z.array(option).min(2, LEAST),
});

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('choice'),
  many: z.boolean().default(false),
  /** The options keep their order: they are steps, or lead up to “none of these”. */
  ordered: z.boolean().default(false),
  /** What is right is a formula where it depends on the variant: what holds is 1. */
  options: z.array(optionInVariant).min(2, LEAST),
});

export type ChoiceQuestion = z.infer<typeof questionSchema>;
export type ChoiceSource = z.infer<typeof itemSchema>;
