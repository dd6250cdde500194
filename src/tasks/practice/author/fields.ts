/** The fields that kinds of questions share, as an author may write them. Build only: the page gets data, never this file. */
import { z } from 'astro/zod';

/** A permanent name. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

/** A text that says something. */
export const text = z.string().trim().min(1, 'this text is empty');

/** Settings of an experiment that differ from its start. */
export const settings = z.record(z.string(), z.union([z.number(), z.string()]));

/** A unit. A share is asked in per cent, as it is shown: 0.3 and 30 side by side confuse readers and graders. */
export const unit = text.refine((u) => u !== 'share', {
  message: 'write unit "%" and numbers in per cent',
});

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

/** Measures by name, each with its bounds. */
export const conditions = z
  .record(z.string(), limit)
  .refine((all) => Object.keys(all).length > 0, { message: 'there is no condition' });

/** What every question has. */
export const common = {
  id,
  version: z.int().positive(),
  /** Every question of the book has one; `ideas.ts` says where it does not. */
  idea: id.optional(),
  /** Written of one that speaks of what stands beside it in its lesson: it is asked nowhere else. */
  alone: z.literal(false).optional(),
  objective: text,
  points: z.number().min(0).default(1),
  prompt: text,
  hints: z.array(text).default([]),
};

/** What every question has that is graded. */
export const graded = {
  ...common,
  core: z.boolean(),
  minutes: z.number().positive(),
  solution: text,
};
