/** What an author writes of a matching: two lists, what belongs together, in a set by the variant, and which wrong pairs betray what. */
import { z } from 'astro/zod';
import { common, formula, known } from '../../sets/author/fields.ts';
import { graded, id, text } from '../../practice/author/fields.ts';

/** Each entry on the left is given one of so many, which stand beside it. */
const MOST_RIGHT = 9;
const MOST_LEFT = 12;

const right = z
  .array(z.strictObject({ id, text }))
  .min(2, 'a matching has two entries on the right at least')
  .max(MOST_RIGHT, `a matching has ${MOST_RIGHT} entries on the right at most`);
const leftOf = <T extends z.ZodType>(one: T, least: number) =>
  z
    .array(one)
    .min(least, `a matching has ${least} entries on the left at least`)
    .max(MOST_LEFT, `a matching has ${MOST_LEFT} entries on the left at most`);

export const questionSchema = z.strictObject({
  ...graded,
  kind: z.literal('match'),
  right,
  left: leftOf(
    z.strictObject({
      id,
      text,
      /** What belongs to it; several where more than one can be defended. */
      right: z
        .union([id, z.array(id).min(1, 'something belongs to each entry')])
        .transform((one) => [one].flat()),
      /** What another entry betrays, and what is then asked. */
      misconception: text,
      feedback: text,
      /** Said when all pairs are right: why this one is, above all where two can be defended. */
      why: text.optional(),
    }),
    3,
  ),
});

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('match'),
  left: leftOf(
    z.strictObject({
      id,
      text,
      /** The entry that belongs to it: its id, or several; a drawn text that is one; or by entries a formula, of which one holds. */
      right: z.union([id, formula, z.array(id).min(1), z.record(id, formula)]),
      /** What whoever gives it another entry is told, where that pair has no words of its own. */
      feedback: text,
    }),
    2,
  ),
  right,
  wrong: z.array(z.strictObject({ ...known, left: id, right: id })).default([]),
});

export type MatchingQuestion = z.infer<typeof questionSchema>;
export type MatchSource = z.infer<typeof itemSchema>;
