/** Checks are placed and taken away by buttons, where each fault has its turn or a check stands already. */
import type { Action } from '../../kit/views/actions.ts';
import { CALLED, CHECKS } from './names.ts';
import { checksIn, MOST_CHECKS, type GreenSettings } from './params.ts';

/** A button for each check that is placed, and for each that can be. */
export function actions(settings: GreenSettings): readonly Action[] {
  const here = checksIn(settings.checks);
  if (here.length === 0 && settings.fault !== 'all') return [];
  return (here.length < MOST_CHECKS ? CHECKS : here).map((check) => {
    const isHere = here.includes(check);
    const rest = isHere ? here.filter((other) => other !== check) : [...here, check];
    const isFull = rest.length >= MOST_CHECKS;
    const what = `${isHere ? 'Taken away' : 'Placed'}: ${CALLED[check]}`;
    return {
      id: check,
      label: `${isHere ? '−' : '+'} ${CALLED[check]}`,
      next: { checks: rest.join('+') },
      says: isFull ? `${what}; the other buttons come back when one is taken away` : what,
    };
  });
}
