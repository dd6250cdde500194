/** The best that could have been done, by who had known everything from the first day. */
import { DAYS, MOVES, START, moved, whyNot, type Place } from './moves.ts';
import type { World } from './train.ts';

/** Looking, praying and crying change no model, so that who knows everything leaves them out. */
const CHANGES = MOVES.filter(({ letter }) => 'TRSNODW'.includes(letter));

export interface Plan {
  readonly revenue: number;
  readonly moves: string;
}

/** The best trail from the first day on: every state of the project is solved once, by what follows from it. */
export function bestPlan(world: World): Plan {
  const known = new Map<number, Plan>();
  const bestFrom = (place: Place): Plan => {
    const { day, mended, trained, out } = place;
    const name = ((day * 16 + mended) * 17 + trained + 1) * 17 + out + 1;
    const before = known.get(name);
    if (before) return before;
    const now = world.inUse(out).perDay;
    let best: Plan = { revenue: now * (DAYS - day), moves: '' };
    for (const move of CHANGES) {
      if (whyNot(place, move)) continue;
      const rest = bestFrom(moved(place, move));
      const revenue = now * move.days + rest.revenue;
      if (revenue > best.revenue + 1e-9) best = { revenue, moves: move.letter + rest.moves };
    }
    known.set(name, best);
    return best;
  };
  return bestFrom(START);
}
