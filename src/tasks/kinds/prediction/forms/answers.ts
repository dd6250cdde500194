/** What a run says to each form of prediction, fetched when one is committed. A new form is a line here, in `build.ts`, in `judge.ts` and in `page.ts`. */
import { numberAnswer } from './number/answer.ts';

/** By form: brings what asks for its runs and compares them. */
export const FORM_ANSWERS = {
  number: () => numberAnswer,
  numbers: () => import('./numbers/answer.ts').then((code) => code.numbersAnswer),
  curve: () => import('./curve/answer.ts').then((code) => code.curveAnswer),
  choice: () => import('./choice/answer.ts').then((code) => code.choiceAnswer),
  order: () => import('./order/answer.ts').then((code) => code.orderAnswer),
} as const;
