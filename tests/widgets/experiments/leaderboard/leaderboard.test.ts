import { describe, expect, it } from 'vitest';
import { attackOnce } from '../../../../widgets/experiments/leaderboard/attack.ts';
import {
  atMost,
  binomial,
  quantile,
} from '../../../../widgets/experiments/leaderboard/binomial.ts';
import {
  expected,
  expectedBlind,
  itemsToTell,
  normalBelow,
} from '../../../../widgets/experiments/leaderboard/exact.ts';
import {
  meansOf,
  outcomeOf,
  type BoardOutcome,
} from '../../../../widgets/experiments/leaderboard/model.ts';
import { params, type BoardSettings } from '../../../../widgets/experiments/leaderboard/params.ts';
import { shownCounts, stepOf } from '../../../../widgets/experiments/leaderboard/submit.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const start = defaults(params);
const SEEDS = [1, 2, 3, 4, 5];
const ran = (change: Partial<BoardSettings>): BoardOutcome => outcomeOf({ ...start, ...change });
const sd = (list: readonly number[]): number => {
  const mean = list.reduce((sum, one) => sum + one, 0) / list.length;
  return Math.sqrt(list.reduce((sum, one) => sum + (one - mean) ** 2, 0) / list.length);
};

/** The distribution of a count, item by item: nothing of the widget's is used. */
function itemByItem(n: number, p: number): number[] {
  let chances = [1];
  for (let i = 0; i < n; i += 1) {
    chances = Array.from(
      { length: i + 2 },
      (_, k) => (chances[k] ?? 0) * (1 - p) + (chances[k - 1] ?? 0) * p,
    );
  }
  return chances;
}

/** The expected greatest of `m` such counts, by the sum of the chances to be above each count. */
function greatest(n: number, p: number, m: number): number {
  let below = 0;
  let sum = 0;
  for (const chance of itemByItem(n, p)) {
    below += chance;
    sum += 1 - Math.min(1, below) ** m;
  }
  return sum / n;
}

describe('the exact part', () => {
  it('has the chances of a count that are found item by item', () => {
    for (const [n, p] of [
      [20, 0.3],
      [300, 0.9],
      [100, 0.5],
    ] as const) {
      const table = binomial(n, p);
      let below = 0;
      itemByItem(n, p).forEach((chance, k) => {
        below += chance;
        expect(atMost(table, k)).toBeCloseTo(below, 12);
      });
      expect(quantile(table, 0.5)).toBe(Math.round(n * p));
    }
  });

  it('expects the winner where the greatest of so many binomial counts is expected', () => {
    for (const [items, teams, skill] of [
      [100, 2, 0.6],
      [300, 50, 0.9],
      [1000, 50, 0.9],
      [1000, 500, 0.9],
    ] as const) {
      const { best, gap } = expected({ ...start, items, teams, skill });
      expect(best).toBeCloseTo(greatest(items, skill, teams), 10);
      expect(gap).toBeCloseTo(best - skill, 10);
    }
    // Twenty submissions of each of fifty teams are a thousand tries.
    expect(expected({ ...start, submissions: 20 }).best).toBeCloseTo(greatest(1000, 0.9, 1000), 10);
    // On 600 items all have one fate, on 400 each its own.
    const alike = expected({ ...start, likeness: 0.6 });
    expect(alike.best).toBeCloseTo(0.6 * 0.9 + 0.4 * greatest(400, 0.9, 50), 10);
  });

  it('says what is shown under the Ladder rule as does whoever sends one submission after the other', () => {
    const how = { items: 100, submissions: 12, rule: 'ladder' } as const;
    const one = binomial(100, 0.9);
    const shown = shownCounts(one, how);
    const random = seeded(3, 'ladder');
    const tries = 40_000;
    let sum = 0;
    for (let i = 0; i < tries; i += 1) {
      let best = -Infinity;
      for (let sent = 0; sent < how.submissions; sent += 1) {
        const now = quantile(one, random.uniform());
        if (now >= best + stepOf(how)) best = now;
      }
      sum += best;
    }
    let mean = 0;
    shown.chance.forEach((chance, i) => (mean += chance * (shown.low + i)));
    expect(Math.abs(sum / tries - mean)).toBeLessThan((4 * 3) / Math.sqrt(tries));
    expect(shown.upTo.at(-1)).toBeCloseTo(1, 10);
  });

  it('knows the normal distribution and what a blind attack gains', () => {
    const printed = [
      [0, 0.5],
      [1, 0.841344746],
      [1.959964, 0.975],
      [-1.281552, 0.1],
    ] as const;
    for (const [x, below] of printed) expect(normalBelow(x)).toBeCloseTo(below, 6);
    const at = (attempts: number): number => expectedBlind({ ...start, attempts });
    expect([20, 100, 500, 2000].map((k) => at(k).toFixed(2))).toEqual([
      '0.53',
      '0.57',
      '0.66',
      '0.79',
    ]);
  });

  it('asks for 56,500 items to tell half a point, and for fewer where errors are alike', () => {
    expect(Math.abs(itemsToTell(start) - 56_500)).toBeLessThan(50);
    expect(Math.abs(itemsToTell({ ...start, likeness: 0.625 }) - 21_200)).toBeLessThan(50);
  });
});

describe('200 contests', () => {
  it('have the winner that is expected, on the board and on new items, for seeds 1 to 5', () => {
    const kinds: Partial<BoardSettings>[] = [
      {},
      { items: 100, teams: 5 },
      { submissions: 20 },
      { submissions: 20, rule: 'ladder' },
      { likeness: 0.625 },
      { spread: 1 },
      { spread: 1, likeness: 0.5, items: 3000 },
      { items: 100_000, teams: 500 },
    ];
    for (const kind of kinds) {
      const { best, gap } = expected({ ...start, ...kind });
      for (const seed of SEEDS) {
        const outcome = ran({ ...kind, seed });
        const { items, won } = outcome;
        const means = meansOf(outcome);
        const error = (of: (one: (typeof won)[number]) => number): number =>
          (4 * sd(won.map(of))) / Math.sqrt(won.length) / items;
        expect(Math.abs(means.first - best)).toBeLessThan(error(({ first }) => first));
        const lost = means.first - means.next;
        expect(Math.abs(lost - gap)).toBeLessThan(error(({ first, next }) => first - next));
      }
    }
  });

  it('draw teams together where their errors are alike', () => {
    const apart = (likeness: number): number => {
      const { boards } = ran({ likeness });
      return boards.reduce((sum, { first }) => sum + sd(first) ** 2, 0) / boards.length;
    };
    // The variance between teams goes with the share of items that are their own.
    expect(Math.abs(apart(0.625) / apart(0) - 0.375)).toBeLessThan(0.04);
  });
});

describe('the blind attack', () => {
  it('has the votes that are counted answer by answer', () => {
    const settings = { ...start, items: 77, attempts: 9 };
    const { sent, votes } = attackOnce(settings, seeded(5, 'a'), [9]);
    const random = seeded(5, 'a');
    const voters: number[][] = [];
    const scores: number[] = [];
    for (let k = 0; k < 9; k += 1) {
      const words = [0, 0, 0].map(() => (random.uniform() * 2 ** 32) | 0);
      const answers = Array.from({ length: 77 }, (_, i) => ((words[i >> 5] ?? 0) >>> (i & 31)) & 1);
      const right = answers.reduce((sum, one) => sum + one, 0);
      scores.push(right);
      if (right > 38.5) voters.push(answers);
    }
    expect(sent).toEqual(scores);
    let right = 0;
    for (let i = 0; i < 77; i += 1) {
      const votesFor = voters.reduce((sum, answers) => sum + (answers[i] ?? 0), 0);
      const isTie = 2 * votesFor === voters.length;
      if (2 * votesFor > voters.length || (isTie && random.uniform() < 0.5)) right += 1;
    }
    expect(votes).toHaveLength(1);
    expect(votes[0]).toMatchObject({ sent: 9, first: right });
  });

  it('is shown where the formula says, and is worth nothing on new items, for seeds 1 to 5', () => {
    for (const attempts of [20, 100, 500, 2000]) {
      for (const seed of attempts > 500 ? [1, 2] : SEEDS) {
        const { first, next } = meansOf(ran({ attack: 'blind', attempts, seed }));
        // The formula takes the votes as normal; the rest is four standard errors.
        expect(Math.abs(first - expectedBlind({ ...start, attempts }))).toBeLessThan(0.0075);
        expect(Math.abs(next - 0.5)).toBeLessThan((4 * 0.0158) / Math.sqrt(200));
      }
    }
  });
});
