/** How each form of prediction is entered on the page, and what a run says to it. A new form is a line here, in `build.ts` and in `judge.ts`. */
import { listField } from '../../../fields/sorted-field.ts';
import { fieldIn } from '../../../fields/field.ts';
import type { FormOnPage } from '../form.ts';
import { choiceAnswer } from './choice/answer.ts';
import { curveAnswer } from './curve/answer.ts';
import { curveField } from './curve/curve-field.ts';
import { numberAnswer } from './number/answer.ts';
import { numbersAnswer } from './numbers/answer.ts';
import { numbersField } from './numbers/numbers-field.ts';
import { orderAnswer } from './order/answer.ts';

/** The forms by name; each takes data of its own, hence `never`. */
export const FORMS_ON_PAGE: Readonly<Record<string, FormOnPage<never>>> = {
  number: { field: fieldIn, answer: numberAnswer },
  numbers: { field: numbersField, answer: numbersAnswer },
  curve: { field: curveField, answer: curveAnswer },
  choice: { field: fieldIn, answer: choiceAnswer },
  order: { field: (element, _, onChange) => listField(element, onChange), answer: orderAnswer },
};
