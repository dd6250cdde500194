/** What wakes each kind of question on the page. A new kind is a line here, in `build.ts` and in `judge.ts`. */
import { bringCards } from './cards/page.ts';
import { wakeChoice } from './choice/page.ts';
import { wakeNumber } from './number/page.ts';
import { bringOrder } from './order/page.ts';
import { bringPrediction } from './prediction/page.ts';
import { wakeReach } from './reach/page.ts';

/** By kind: loads the behaviour of all questions of the kind that are to wake; what few lessons have loads lazily. */
export const WAKERS = {
  number: () => wakeNumber,
  choice: () => wakeChoice,
  order: bringOrder,
  cards: bringCards,
  reach: () => wakeReach,
  prediction: bringPrediction,
} as const;
