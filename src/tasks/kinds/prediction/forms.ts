/** What the build knows of each form of prediction. */
import * as FORM_BUILDS from '../../tables/form-build.ts';
import { having } from '../../tables/having.ts';
import type { PredictionForm } from './form.ts';

/** The forms by the name that authors give them. */
export const FORMS = having<PredictionForm>(FORM_BUILDS, 'FORM');
