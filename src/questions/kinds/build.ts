/** What the build knows of each kind of question. A new kind is a line here, in `judge.ts` and in `page.ts`. */
import type { Kinds } from '../author/contract.ts';
import { CARDS } from './cards/build.ts';
import { CHOICE } from './choice/build.ts';
import { NUMBER } from './number/build.ts';
import { ORDER } from './order/build.ts';
import { PREDICTION } from './prediction/build.ts';
import { REACH } from './reach/build.ts';

/** The kinds by the name that authors give them. */
export const KINDS: Kinds = {
  number: NUMBER,
  choice: CHOICE,
  order: ORDER,
  cards: CARDS,
  reach: REACH,
  prediction: PREDICTION,
};
