/** What an author writes of a prediction, whatever its form. */
import { z } from 'astro/zod';
import type { Prediction, PredictionForm } from './form.ts';
import * as FORM_BUILDS from '../../tables/form-build.ts';
import { having } from '../../tables/having.ts';

/** The forms by the name that authors give them. */
export const FORMS = having<PredictionForm>(FORM_BUILDS, 'FORM');

const [first, ...others] = Object.values(FORMS).map(({ schema }) => schema);
if (!first) throw new Error('there is no form of prediction');

/** One form or another, by its name. */
export const questionSchema = z.discriminatedUnion('form', [
  first,
  ...others,
]) as unknown as z.ZodType<Prediction>;
