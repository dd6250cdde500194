import { describe, expect, test } from 'vitest';
import { actions } from '../../../../widgets/experiments/ship-it/actions.ts';
import { outcomeOf } from '../../../../widgets/experiments/ship-it/model.ts';
import { movesOf } from '../../../../widgets/experiments/ship-it/moves.ts';
import { params, type ShipSettings } from '../../../../widgets/experiments/ship-it/params.ts';
import { worldOf, type World } from '../../../../widgets/experiments/ship-it/train.ts';
import { defaults, readSettings } from '../../../../widgets/kit/contract/params.ts';
import { chance, fitted } from '../../../../widgets/kit/numbers/logistic.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const START = defaults(params);
const run = (change: Partial<ShipSettings>) => outcomeOf({ ...START, ...change });
const UNSEEN = Array.from({ length: 20 }, (_, i) => 1001 + i);

/** The rules of the game, written a second time: what a move costs, and what it mends. */
const COST = { R: 8, S: 7, N: 6, O: 2, T: 1, D: 1, W: 1 } as const;
const BIT = { R: 1, S: 2, N: 4, O: 8 } as const;
type Letter = keyof typeof COST;

/** A trail played day by day. */
function played(world: World, moves: string): number {
  let [mended, trained, out, day, revenue] = [0, -1, -1, 0, 0];
  const pass = (days: number): void => {
    for (let i = 0; i < days && day < 60; i += 1) {
      revenue += world.inUse(out).perDay;
      day += 1;
    }
  };
  for (const letter of moves) {
    pass(COST[letter as Letter]);
    if (letter in BIT) mended |= BIT[letter as keyof typeof BIT];
    if (letter === 'T') trained = mended;
    if (letter === 'D') out = trained;
    if (letter === 'W') out = -1;
  }
  pass(60);
  return revenue;
}

/** The best of all trails, tried one by one; given up only where no rest, however good, could still beat the best so far. */
function bruteForce(world: World): number {
  const worth = (out: number): number => world.inUse(out).perDay;
  const most = Math.max(...Array.from({ length: 17 }, (_, i) => worth(i - 1)));
  let best = 60 * worth(-1);
  const go = (day: number, sum: number, mended: number, trained: number, out: number): void => {
    best = Math.max(best, sum + worth(out) * (60 - day));
    const step = (letter: Letter, to: readonly [number, number, number]): void => {
      const next = day + COST[letter];
      const sumThen = sum + COST[letter] * worth(out);
      if (next < 60 && sumThen + (60 - next) * most > best + 1e-9) go(next, sumThen, ...to);
    };
    if (trained >= 0 && out !== trained) step('D', [mended, trained, trained]);
    if (trained !== mended) step('T', [mended, mended, out]);
    for (const letter of ['O', 'N', 'S', 'R'] as const)
      if (!(mended & BIT[letter])) step(letter, [mended | BIT[letter], trained, out]);
    if (out >= 0) step('W', [mended, trained, -1]);
  };
  go(0, 0, 0, -1, -1);
  return best;
}

describe('the best possible revenue', () => {
  test.each(UNSEEN)(
    'of project %i is that of the best of all trails, tried one by one',
    (project) => {
      const { best } = run({ project });
      const world = worldOf(project, START.seed);
      expect(best.revenue).toBeCloseTo(bruteForce(world), 4);
      expect(played(world, best.moves)).toBeCloseTo(best.revenue, 4);
    },
  );

  test('is beaten by no trail by chance, and trails bring what they bring day by day', () => {
    for (const project of [268, 34, 21]) {
      const world = worldOf(project, 1);
      for (let seed = 1; seed <= 60; seed += 1) {
        const random = seeded(seed, 'any trail');
        const asked = Array.from({ length: 14 }, () => 'RSNOTTDDW'.charAt(random.whole(9))).join(
          '',
        );
        const moves = movesOf(asked)
          .made.map(({ move }) => move.letter)
          .join('');
        const { revenue, best, perDay } = run({ project, moves });
        expect(revenue).toBeCloseTo(played(world, moves), 6);
        expect(perDay.reduce((sum, one) => sum + one, 0)).toBeCloseTo(revenue, 6);
        expect(revenue).toBeLessThanOrEqual(best.revenue + 1e-6);
      }
    }
  });
});

describe('the models', () => {
  test('a fit by Newton with a ridge ends where plain descent ends', () => {
    const random = seeded(5, 'fit');
    const rows = Array.from({ length: 300 }, () =>
      Float64Array.of(random.normal(), random.normal(), random.normal(), 1),
    );
    const labels = rows.map(([a = 0, b = 0]) => +(random.uniform() < chance(2 * a - b - 1)));
    const ridge = 1;
    const quick = fitted({ rows, labels, ridge });
    const slow = [0, 0, 0, 0];
    for (let step = 0; step < 20_000; step += 1) {
      const slope = slow.map((weight) => -ridge * weight);
      rows.forEach((row, i) => {
        const odds = slow.reduce((sum, weight, j) => sum + weight * (row[j] ?? 0), 0);
        const miss = (labels[i] ?? 0) - 1 / (1 + Math.exp(-odds));
        row.forEach((x, j) => (slope[j] = (slope[j] ?? 0) + miss * x));
      });
      slope.forEach((by, j) => (slow[j] = (slow[j] ?? 0) + 0.01 * by));
    }
    slow.forEach((weight, j) => expect(quick[j]).toBeCloseTo(weight, 6));
  });

  test('the best model nearly earns what the law allows, and the old rule what an integral says', () => {
    // z is what draws clicks; p of z is the chance of a click. The rule agrees with it by half, and shows from 1.28 on.
    const p = (z: number): number => 1 / (1 + Math.exp(6 - 3 * z));
    const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    let [most, rule] = [0, 0];
    const h = 0.02;
    for (let z = -7; z <= 7; z += h) {
      most += Math.max(0, p(z) - 0.1) * density(z) * h;
      for (let other = 1.28 + h / 2; other <= 7; other += h)
        rule += (p(0.5 * other + Math.sqrt(0.75) * z) - 0.1) * density(z) * density(other) * h * h;
    }
    const worlds = UNSEEN.map((project) => worldOf(project, 2));
    const mean = (of: (world: World) => number): number =>
      worlds.reduce((sum, world) => sum + of(world), 0) / worlds.length;
    const mended = mean((world) => world.inUse(15).perDay);
    expect(mended).toBeGreaterThan(0.95 * most * 100_000);
    expect(mended).toBeLessThan(1.03 * most * 100_000);
    expect(Math.abs(mean(({ rule: { perDay } }) => perDay) / (rule * 100_000) - 1)).toBeLessThan(
      0.12,
    );
  });

  test('to mend what is not broken changes no model', () => {
    for (const project of UNSEEN) {
      const world = worldOf(project, 3);
      const { flaws } = world.project;
      (['labels', 'rare', 'old', 'goal'] as const).forEach((flaw, i) => {
        if (!flaws[flaw]) expect(world.model(1 << i).weights).toEqual(world.model(0).weights);
      });
    }
  });

  test('each flaw that a project has makes its model another, and the revenue less than without any', () => {
    const world = worldOf(268, 4);
    for (const bit of [1, 2, 4, 8])
      expect(world.inUse(15 - bit).perDay).toBeLessThan(0.8 * world.inUse(15).perDay);
  });
});

describe('looks', () => {
  test('an absent flaw is never named, and wrong objectives only by the revenue', () => {
    for (const project of UNSEEN) {
      const { steps, flaws, found } = run({ project, moves: 'TLDB' });
      const causes = steps[1]?.causes;
      for (const flaw of ['labels', 'rare', 'old'] as const)
        if (!flaws.includes(flaw)) expect(causes?.[flaw]).toBe(0);
      expect(found.includes('goal')).toBe(flaws.includes('goal'));
      expect(run({ project, moves: 'TLRTLSTLNTL' }).found).not.toContain('goal');
      const read = Object.values(causes ?? {}).reduce((sum, one) => sum + one, 0);
      expect(read).toBe(40);
    }
  });
});

describe('moves', () => {
  test('what cannot be done is left out, and said', () => {
    const { settings, adjusted, unreadable } = readSettings(params, { moves: 'd tdd b' });
    expect(settings.moves).toBe('TDB');
    expect(adjusted['moves']).toBe('DD could not be done and was left out');
    expect(unreadable).toEqual([]);
    expect(readSettings(params, { moves: 'TQ' }).unreadable[0]?.name).toBe('moves');
  });

  test('twelve buttons follow from the state, and no trail of them is longer than sixty days', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const random = seeded(seed, 'presses');
      let moves = '';
      for (let i = 0; i < 40; i += 1) {
        const outcome = run({ project: seed, moves });
        const list = actions({ ...START, moves }, outcome).filter(({ id }) => id !== 'anew');
        expect(list).toHaveLength(12);
        const open = list.filter((one) => 'next' in one && !'PCX'.includes(one.id));
        const chosen = open[random.whole(Math.max(1, open.length))];
        if (!chosen || !('next' in chosen)) break;
        moves = String(chosen.next['moves']);
        expect(movesOf(moves).left).toBe('');
        expect(run({ project: seed, moves }).day).toBeLessThanOrEqual(60);
      }
    }
  });
});
