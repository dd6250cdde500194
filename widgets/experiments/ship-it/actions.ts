/** What can be done next: the twelve moves, those that make no sense yet with the reason. */
import type { Action } from '../../kit/views/actions.ts';
import type { ShipOutcome } from './model.ts';
import { MOVES, movesOf, START, whyNot } from './moves.ts';
import type { ShipSettings } from './params.ts';

/** The buttons. */
export function actions({ moves }: ShipSettings, { isStopped }: ShipOutcome): readonly Action[] {
  const anew = { id: 'anew', label: 'Begin again', next: { moves: '' }, says: 'Day 0 again' };
  if (isStopped) return [anew];
  const place = movesOf(moves).made.at(-1)?.to ?? START;
  const list = MOVES.map((move): Action => {
    const { letter, label, days } = move;
    const why = whyNot(place, move);
    // A day is the rule, and the free ones are free in every sense.
    const cost = days > 1 ? ` (${days} days)` : '';
    const named = { id: letter, label: `${label}${cost}` };
    return why ? { ...named, why } : { ...named, next: { moves: moves + letter } };
  });
  return moves === '' ? list : [...list, anew];
}
