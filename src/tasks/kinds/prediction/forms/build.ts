/** What the build knows of each form of prediction. A new form is a line here, in `judge.ts`, in `page.ts` and in `answers.ts`. */
import type { PredictionForm } from '../form.ts';
import { CHOICE_FORM } from './choice/build.ts';
import { CURVE_FORM } from './curve/build.ts';
import { NUMBER_FORM } from './number/build.ts';
import { NUMBERS_FORM } from './numbers/build.ts';
import { ORDER_FORM } from './order/build.ts';

/** The forms by the name that authors give them. */
export const FORMS: Readonly<Record<string, PredictionForm>> = {
  number: NUMBER_FORM,
  numbers: NUMBERS_FORM,
  curve: CURVE_FORM,
  choice: CHOICE_FORM,
  order: ORDER_FORM,
};
