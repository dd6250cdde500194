/** What an author writes of a prediction, whatever its form. */
import { z } from 'astro/zod';
import type { Prediction } from './form.ts';
import { FORMS } from './forms.ts';

const [first, ...others] = Object.values(FORMS).map(({ schema }) => schema);
if (!first) throw new Error('there is no form of prediction');

/** One form or another, by its name. */
export const questionSchema = z.discriminatedUnion('form', [
  first,
  ...others,
]) as unknown as z.ZodType<Prediction>;
