/** What the board shows of one team: the best of its submissions, or what the Ladder rule lets through. */
import type { Random } from '#kit/numbers';
import { atMost, counts, quantile, type Counts } from './binomial.ts';
import type { BoardSettings } from './params.ts';

type How = Pick<BoardSettings, 'items' | 'submissions' | 'rule'>;

/** By how many items a score must beat the last one to be shown under the Ladder rule. */
export function stepOf({ items }: Pick<BoardSettings, 'items'>): number {
  return Math.ceil(Math.sqrt(items) / 2);
}

/** Draws the count that the board shows of a team, whose single submissions have these counts. */
export function shownOf(one: Counts, how: How, random: Random): number {
  const { submissions, rule } = how;
  if (rule === 'plain') return quantile(one, random.uniform() ** (1 / submissions));
  const step = stepOf(how);
  let best = quantile(one, random.uniform());
  // From one shown score straight to the next: how many are sent until then is geometric.
  for (let sent = 1; ;) {
    const chance = 1 - atMost(one, best + step - 1);
    if (chance <= 0) return best;
    sent += 1 + Math.floor(Math.log(random.uniform()) / Math.log1p(-chance));
    if (sent > submissions) return best;
    best = quantile(one, 1 - chance * random.uniform());
  }
}

/** The exact chances of the same. */
export function shownCounts(one: Counts, how: How): Counts {
  const { submissions, rule } = how;
  const { low, chance, upTo } = one;
  if (submissions === 1) return one;
  if (rule === 'plain') {
    const power = upTo.map((share) => Math.min(1, share) ** submissions);
    const shares = power.map((share, i) => share - (power[i - 1] ?? 0));
    return counts(low, shares);
  }
  const step = stepOf(how);
  let now = chance;
  for (let sent = 1; sent < submissions; sent += 1) {
    let under = 0;
    now = now.map((share, i) => {
      // What stood a step or more below this count may be replaced by it.
      if (i >= step) under += now[i - step] as number;
      const leaves = 1 - atMost(one, low + i + step - 1);
      return share * (1 - leaves) + under * (chance[i] as number);
    });
  }
  return counts(low, now);
}
