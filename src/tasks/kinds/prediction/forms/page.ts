/** How each form of prediction is entered on the page. A new form is a line here, in `build.ts`, in `judge.ts` and in `answers.ts`. */
import { NUMBER_ON_PAGE } from './number/page.ts';
import { CHOICE_ON_PAGE } from './choice/page.ts';
import { checkTyped } from './number/judge/check.ts';
import { bringSorted } from './order/page.ts';

/** By form: brings its field; what needs code of its own loads lazily, where a page has it. */
export const FORM_FIELDS = {
  number: () => NUMBER_ON_PAGE,
  numbers: () => import('./numbers/page.ts').then((code) => code.numbersOnPage(checkTyped)),
  curve: () => import('./curve/page.ts').then((code) => code.CURVE_ON_PAGE),
  choice: () => CHOICE_ON_PAGE,
  order: bringSorted,
} as const;
