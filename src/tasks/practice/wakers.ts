/** What wakes each kind of question on the page. A new kind is a line here, in `kinds.ts` and in `judges.ts`. */
import { wakeMatching } from '../kinds/match/page.ts';
import { wakeChoice } from '../kinds/choice/page.ts';
import { wakeNumber } from '../kinds/number/page.ts';
import { wakeOrder } from '../kinds/order/page.ts';
import { wakePrediction } from '../kinds/prediction/page.ts';
import { wakeReach } from '../kinds/reach/page.ts';

/** By kind: gives a question its behaviour. */
export const WAKERS = {
  number: wakeNumber,
  choice: wakeChoice,
  order: wakeOrder,
  match: wakeMatching,
  reach: wakeReach,
  prediction: wakePrediction,
} as const;
