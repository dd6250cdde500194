/** What an author writes of a goal: an experiment, where it starts, what may be moved, and what solves it. */
import { z } from 'astro/zod';
import { common, written } from '../../sets/author/fields.ts';
import { conditions, graded, id, settings, text } from '../../practice/author/fields.ts';

/** A goal, where the experiment starts, what may be moved, and settings that reach it. */
export const questionSchema = z.strictObject({
  ...graded,
  kind: z.literal('reach'),
  instance: id,
  start: settings.default({}),
  goal: conditions,
  answerSettings: settings,
  vary: z.array(text).min(1, 'name at least one control that the reader may move'),
});

const limits = z
  .strictObject({
    atLeast: written.optional(),
    atMost: written.optional(),
    above: written.optional(),
    below: written.optional(),
  })
  .refine((bounds) => Object.keys(bounds).length > 0, {
    message: 'a condition names atLeast, atMost, above or below',
  });

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('reach'),
  /** The id of one of the assignment’s experiments. */
  experiment: id,
  start: z.record(z.string(), written).default({}),
  vary: z.array(text).min(1, 'name at least one control that the student may move'),
  goal: z.record(z.string(), limits).refine((all) => Object.keys(all).length > 0, {
    message: 'there is no condition',
  }),
  /** Nothing for a run that meets some conditions only: where one of them is met by anybody. */
  whole: z.boolean().default(false),
  /** A run that meets the goal opens the solution on the student’s page. */
  opensSolution: z.boolean().default(false),
  /** Settings of which the first that holds in a variant is its solution. */
  solve: z.array(z.record(z.string(), written)).min(1, 'name one solution at least'),
});

export type ReachQuestion = z.infer<typeof questionSchema>;
export type ReachSource = z.infer<typeof itemSchema>;
