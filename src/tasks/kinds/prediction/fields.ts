/** What an author writes of every prediction; each form adds its own fields. */
import { z } from 'astro/zod';
import { common, id, settings, text } from '../../practice/author/fields.ts';

/** The fields that all forms share, in the order in which a question's hash has them: these before the form's own … */
export const predictionHead = {
  ...common,
  kind: z.literal('prediction'),
  core: z.boolean().default(false),
  minutes: z.number().positive().default(1),
  solution: text.optional(),
  instance: id,
};

/** … these among them … */
export const predictionRun = {
  /** Further measures whose numbers in the text would give the answer away. */
  withholds: z.array(text).default([]),
  when: settings.default({}),
};

/** … and this last. */
export const predictionEnd = { after: text };

/** The ends of a scale; both or none. */
export const scaleEnds = { min: z.number().optional(), max: z.number().optional() };

/** True when both ends are given, or none. */
export const hasBothEnds = (p: {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}): boolean => (p.min === undefined) === (p.max === undefined);

/** What is said of a scale with one end. */
export const BOTH_ENDS = { message: 'min and max go together' };
