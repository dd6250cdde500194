/** What the build knows of each kind of question. A new kind is a line here, in `judge.ts` and in `page.ts`. */
import type { Kinds } from '../author/contract.ts';
import { MATCHING } from '../../tasks/kinds/matching/view.ts';
import { CHOICE } from '../../tasks/kinds/choice/view.ts';
import { NUMBER } from '../../tasks/kinds/number/view.ts';
import { ORDER } from './order/build.ts';
import { PREDICTION } from './prediction/build.ts';
import { REACH } from './reach/build.ts';

/** The kinds by the name that authors give them. */
export const KINDS: Kinds = {
  number: NUMBER,
  choice: CHOICE,
  order: ORDER,
  match: MATCHING,
  reach: REACH,
  prediction: PREDICTION,
};
