/** What the build knows of each kind of question. A new kind is a line here, in `judges.ts` and in `wakers.ts`. */
import type { Kinds } from './contract.ts';
import { MATCHING } from '../kinds/match/view.ts';
import { CHOICE } from '../kinds/choice/view.ts';
import { NUMBER } from '../kinds/number/view.ts';
import { ORDER } from '../kinds/order/view.ts';
import { PREDICTION } from '../kinds/prediction/view.ts';
import { REACH } from '../kinds/reach/view.ts';

/** The kinds by the name that authors give them. */
export const KINDS: Kinds = {
  number: NUMBER,
  choice: CHOICE,
  order: ORDER,
  match: MATCHING,
  reach: REACH,
  prediction: PREDICTION,
};
