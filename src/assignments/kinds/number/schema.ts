/** What an author writes of a number: what is right, and which wrong numbers betray what. */
import { z } from 'astro/zod';
import { id, text, unit } from '../../../questions/author/fields.ts';
import { common, formula, known, name, tolerance, written } from '../../author/fields.ts';

export const numberItem = z.strictObject({
  ...common,
  kind: z.literal('number'),
  unit: unit.optional(),
  /** Earlier numbers whose answers go on in the formula of this one, by the name that they have in it. */
  carried: z.record(name, id).optional(),
  answer: z.union([
    z.number(),
    formula,
    z.strictObject({ widget: id, settings: z.record(z.string(), written), measure: text }),
  ]),
  tolerance,
  wrong: z.array(z.strictObject({ ...known, value: written })).default([]),
});

export type NumberSource = z.infer<typeof numberItem>;
