/** What wakes each kind of question on the page. A new kind is a line here, in `kinds.ts` and in `judges.ts`. */
import { bringMatching } from '../kinds/match/page.ts';
import { wakeChoice } from '../kinds/choice/page.ts';
import { wakeNumber } from '../kinds/number/page.ts';
import { bringOrder } from '../kinds/order/page.ts';
import { bringPrediction } from '../kinds/prediction/page.ts';
import { wakeReach } from '../kinds/reach/page.ts';

/** By kind: loads the behaviour of all questions of the kind that are to wake; what few lessons have loads lazily. */
export const WAKERS = {
  number: () => wakeNumber,
  choice: () => wakeChoice,
  order: bringOrder,
  match: bringMatching,
  reach: () => wakeReach,
  prediction: bringPrediction,
} as const;
