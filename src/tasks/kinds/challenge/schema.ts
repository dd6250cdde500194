/** What an author writes of a challenge: where the bad ones hide, how many must be found, and what is said of too few or too many. */
import { z } from 'astro/zod';
import { id, text } from '../../practice/author/fields.ts';
import { common, written } from '../../sets/author/fields.ts';

const missed = z.strictObject({ misconception: text, feedback: text });
const share = z.number().gt(0).max(1);

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('challenge'),
  /** The id of one of the assignment’s experiments; its `marks` are set by hand in its figure. */
  experiment: id,
  start: z.record(z.string(), written),
  /** The setting that holds what was marked. */
  marks: text.default('marks'),
  /** Of those that are named, so many are bad; of the bad ones, so many are named. */
  precision: share,
  recall: share,
  /** The same task without pictures: what stands above a table of numbers. */
  table: text,
  /** In it, more honest rows than planted ones have any two of the three things that give these away together. */
  mixed: z.boolean().default(false),
  tooMany: missed,
  tooFew: missed,
});

export type ChallengeSource = z.infer<typeof itemSchema>;
