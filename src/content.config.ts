/** The front matter of a lesson. What is missing or misspelt stops the build and names the lesson. */
import { basename } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const sentence = (what: string, longest: number) =>
  z
    .string({ error: `${what} is missing` })
    .trim()
    .min(8, `${what} is too short to mean anything`)
    .max(longest, `${what} should stay under ${longest} characters`);

const lessons = defineCollection({
  // A lesson is known by its file, whatever folder it lies in: its address and its solutions are named so.
  loader: glob({
    base: './content',
    pattern: '*/**/*.mdx',
    generateId: ({ entry }) => basename(entry, '.mdx'),
  }),
  // A page of practice has neither objectives nor, as a rule, experiments; that every lesson has them is tested.
  schema: z.strictObject({
    title: sentence('title', 80),
    /** What the lesson answers; stands on the contents page. */
    question: sentence('question', 200).endsWith('?', 'question should end with a question mark'),
    /** Whether it belongs to the core path; the others are optional, and say so. */
    core: z.boolean({ error: 'core should be true, or false for an optional lesson' }),
    objectives: z
      .array(sentence('an objective', 200))
      .min(2, 'name two objectives at least')
      .optional(),
    /** The ids of the experiments in the lesson; the first one's figure is the lesson's still. */
    experiments: z
      .array(z.string().regex(/^[a-z][a-z0-9-]*$/, 'an experiment’s id is lower-case-with-hyphens'))
      .min(1, 'name one experiment at least')
      .default([]),
    summary: sentence('summary', 400),
    /** For who teaches it: what to draw or write by hand before the experiment runs. */
    board: sentence('board', 220).optional(),
    /** What stood in other lessons before, by their names: addresses of theirs that name one of these ids lead here. */
    moved: z.record(z.string(), z.array(z.string()).min(1)).default({}),
    /** What stood in this lesson under other ids, by the section that an address of theirs leads to now. */
    kept: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  }),
});

export const collections = { lessons };
