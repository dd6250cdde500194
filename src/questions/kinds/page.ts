/** What wakes each kind of question on the page. A new kind is a line here, in `build.ts` and in `judge.ts`. */
import { whole } from '../page/whole.ts';
import { wakeChoice } from './choice/page.ts';
import { wakeNumber } from './number/page.ts';
import { bringPrediction } from './prediction/page.ts';
import { wakeReach } from './reach/page.ts';

/** By kind: loads the behaviour of all questions of the kind that are to wake; kinds that few lessons have load lazily. */
export const WAKERS = {
  number: () => wakeNumber,
  choice: () => wakeChoice,
  order: () => import('./order/page.ts').then((code) => whole(code.wakeOrder)),
  reach: () => wakeReach,
  prediction: bringPrediction,
} as const;
