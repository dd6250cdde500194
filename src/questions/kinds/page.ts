/** What wakes each kind of question on the page. A new kind is a line here, in `build.ts` and in `judge.ts`. */
import { wakeChoice } from './choice/page.ts';
import { wakeNumber } from './number/page.ts';
import { wakeOrder } from './order/page.ts';
import { wakePrediction } from './prediction/page.ts';
import { wakeReach } from './reach/page.ts';

/** By kind: gives a question its behaviour. */
export const WAKERS = {
  number: wakeNumber,
  choice: wakeChoice,
  order: wakeOrder,
  reach: wakeReach,
  prediction: wakePrediction,
} as const;
