/** What an author writes of a goal. */
import { z } from 'astro/zod';
import { conditions, graded, id, settings, text } from '../../author/fields.ts';

/** A goal, where the experiment starts, what may be moved, and settings that reach it. */
export const reachSchema = z.strictObject({
  ...graded,
  kind: z.literal('reach'),
  instance: id,
  start: settings.default({}),
  goal: conditions,
  answerSettings: settings,
  vary: z.array(text).min(1, 'name at least one control that the reader may move'),
});

export type ReachQuestion = z.infer<typeof reachSchema>;
