/** The reader's own coins: pressed one by one, while the learner has made up its mind already. */
import type { Action } from '../../kit/views/actions.ts';
import { rightOf, type HuntOutcome } from './model.ts';
import { MOST_COINS, type HuntSettings } from './params.ts';

/** What can be done next: nothing where the symbols are not the reader's. */
export function actions({ source, own }: HuntSettings, outcome: HuntOutcome): readonly Action[] {
  if (source !== 'own') return [];
  const coin = (id: string, label: string): Action =>
    own.length >= MOST_COINS
      ? { id, label, why: `${MOST_COINS} coins are enough.` }
      : { id, label, next: { own: own + label.charAt(0) } };
  const coins = [coin('heads', 'Heads'), coin('tails', 'Tails')];
  if (own === '') return coins;
  const right = rightOf(outcome, 'guesses');
  const says = `${right} of ${own.length} were guessed; the coins are taken away`;
  return [...coins, { id: 'anew', label: 'Begin again', next: { own: '' }, says }];
}
