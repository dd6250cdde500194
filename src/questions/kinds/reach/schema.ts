/** What an author writes of a goal. */
import { z } from 'astro/zod';
import { graded, id, settings, text } from '../../author/fields.ts';

const limit = z
  .strictObject({
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    above: z.number().optional(),
    below: z.number().optional(),
  })
  .refine((bounds) => Object.keys(bounds).length > 0, {
    message: 'a condition names atLeast, atMost, above or below',
  });

/** A goal, where the experiment starts, what may be moved, and settings that reach it. */
export const reachSchema = z.strictObject({
  ...graded,
  kind: z.literal('reach'),
  instance: id,
  start: settings.default({}),
  goal: z
    .record(z.string(), limit)
    .refine((goal) => Object.keys(goal).length > 0, { message: 'the goal is empty' }),
  answerSettings: settings,
  vary: z.array(text).min(1, 'name at least one control that the reader may move'),
});

export type ReachQuestion = z.infer<typeof reachSchema>;
