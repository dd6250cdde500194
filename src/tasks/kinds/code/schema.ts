/** What an author writes of code: the function that is asked for, what it starts as, the cases, and programs that are right or wrong. */
import { z } from 'astro/zod';
import { text } from '../../practice/author/fields.ts';
import { common, known, tolerance } from '../../sets/author/fields.ts';
import { LONGEST_CODE } from './pure/cases.ts';

const program = text.max(
  LONGEST_CODE,
  `a program has ${LONGEST_CODE} characters at most, as a student’s has`,
);

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('code'),
  /** What the function is called. */
  function: z.string().regex(/^[A-Za-z_$][\w$]*$/, 'a function is called in one word'),
  /** What stands in the editor at first. */
  start: program,
  /** A program that is right; `{name}` stands for what is drawn. */
  solve: program,
  /** Helpers for the calls below, which no student sees; `random()` gives numbers from 0 to 1, others in each variant. */
  given: z.string().max(LONGEST_CODE).default(''),
  /** Calls whose result the student sees. */
  shown: z.array(text).min(1, 'show one call at least'),
  /** Calls that the student does not see; each may be made several times, with other random numbers. */
  hidden: z
    .array(z.strictObject({ call: text, times: z.int().min(1).max(20).default(1) }))
    .min(1, 'hide one call at least'),
  tolerance: tolerance.default({ relative: 1e-9 }),
  wrong: z.array(z.strictObject({ ...known, code: program })).default([]),
});

export type CodeSource = z.infer<typeof itemSchema>;
