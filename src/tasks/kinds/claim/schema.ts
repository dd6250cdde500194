/** What an author writes of a claim: an experiment, the measures that it may speak of, what a reader gives points for, and one that holds. */
import { z } from 'astro/zod';
import { id, text } from '../../practice/author/fields.ts';
import { common, formula, known, written } from '../../sets/author/fields.ts';

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('claim'),
  /** The id of one of the assignment’s experiments. */
  experiment: id,
  start: z.record(z.string(), written).default({}),
  vary: z.array(text).min(1, 'name at least one control that the student may move'),
  /** Few: with every further one a number that is invented passes more often. */
  measures: z.array(text).min(1, 'name the measures that a claim may speak of').max(4),
  /** How many runs are cited at least. */
  least: z.int().min(1).max(4).default(2),
  longest: z.int().min(80).max(2000).default(600),
  rubric: z
    .array(
      z.strictObject({
        id,
        text,
        points: z.number().positive(),
        /** The grader gives it, where every number belongs to a run that comes out as cited. */
        numbers: z.boolean().optional(),
      }),
    )
    .min(1, 'name what whoever reads gives points for'),
  wrong: z.array(z.strictObject(known)).default([]),
  model: z.strictObject({
    /** Settings of the runs A, B, C, D, as far as they are not the start’s. */
    runs: z.array(z.record(z.string(), written)).min(1).max(4),
    /** What is true of them on every seed: formulas over what is drawn, and over `A_p99`. */
    holds: z.array(formula).min(1, 'say what is true of the runs: =B_p99 > A_p99'),
    /** The claim; `{A_p99}` stands for what is measured. */
    text,
  }),
});

export type ClaimSource = z.infer<typeof itemSchema>;
