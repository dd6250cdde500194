import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readApplicants,
  type Applicants,
} from '../../../../widgets/experiments/three-officers/applicants.ts';
import { forced } from '../../../../widgets/experiments/three-officers/figure-steps.ts';
import { fitted, slopes } from '../../../../widgets/experiments/three-officers/logistic.ts';
import {
  outcomeOf,
  runThreeOfficers,
} from '../../../../widgets/experiments/three-officers/model.ts';
import {
  COLUMNS,
  MAP,
  type OfficerOutcome,
} from '../../../../widgets/experiments/three-officers/outcome.ts';
import {
  params,
  type OfficerSettings,
} from '../../../../widgets/experiments/three-officers/params.ts';
import {
  comparedBy,
  COUNTS,
  lampOf,
  redraws,
  SHARES,
  sizeOf,
} from '../../../../widgets/experiments/three-officers/rates.ts';
import {
  pairsWon,
  PROXIES,
  reweighed,
  rowsOf,
} from '../../../../widgets/experiments/three-officers/scores.ts';
import { threeOfficers } from '../../../../widgets/experiments/three-officers/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { drawn } from '../../drawn.ts';

const FIVE = [1, 2, 3, 4, 5];
const start = defaults(params);
let all: Applicants;
beforeAll(() => {
  all = readApplicants(readFileSync('public/data/hmda.bin'));
});
const ran = (change: Partial<OfficerSettings>): OfficerOutcome =>
  outcomeOf(all, { ...start, ...change });
const factOf = (name: string): Float64Array =>
  all.facts.find((one) => one.name === name)?.values ?? new Float64Array();
/** Solves by elimination with pivots: nothing of the widget's. */
function eliminated(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = right.length;
  for (let j = 0; j < n; j += 1) {
    rows.sort((a, b) => {
      const [x, y] = [a, b].map((row) =>
        rows.indexOf(row) < j ? Infinity : Math.abs(row[j] ?? 0),
      );
      return (y ?? 0) === (x ?? 0) ? 0 : (y ?? 0) - (x ?? 0);
    });
    for (let i = 0; i < n; i += 1) {
      if (i === j) continue;
      const by = (rows[i]?.[j] ?? 0) / (rows[j]?.[j] ?? 1);
      rows[i] = (rows[i] ?? []).map((value, k) => value - by * (rows[j]?.[k] ?? 0));
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
/** Newton's method on a likelihood of one number a row: its first and second derivative by the linear part. */
function newton(
  rows: readonly number[][],
  labels: readonly number[],
  bend: (linear: number, label: number) => readonly [first: number, second: number],
): number[] {
  let weights = (rows[0] ?? []).map(() => 0);
  for (let step = 0; step < 30; step += 1) {
    const gradient = weights.map(() => 0);
    const matrix = weights.map(() => weights.map(() => 0));
    rows.forEach((row, i) => {
      const linear = row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
      const [first, second] = bend(linear, labels[i] ?? 0);
      row.forEach((value, j) => {
        gradient[j] = (gradient[j] ?? 0) + first * value;
        row.forEach((other, k) => {
          (matrix[j] as number[])[k] = (matrix[j]?.[k] ?? 0) - second * value * other;
        });
      });
    });
    const move = eliminated(matrix, gradient);
    weights = weights.map((weight, j) => weight + (move[j] ?? 0));
  }
  return weights;
}
/** The normal distribution, by Simpson's rule from far below. */
function normal(z: number): number {
  const [from, steps] = [-8, 400];
  const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const width = (z - from) / steps;
  let sum = density(from) + density(z);
  for (let i = 1; i < steps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * density(from + i * width);
  return (sum * width) / 3;
}

describe('the rows', () => {
  it('are as many as were published, of each group and decision', () => {
    const count = (black: number, approved: number): number =>
      all.isBlack.filter((one, i) => one === black && all.isApproved[i] === approved).length;
    expect([count(0, 1), count(0, 0), count(1, 1), count(1, 0)]).toEqual([1852, 189, 243, 96]);
    expect(all.count).toBe(2380);
    expect(all.facts.map(({ name }) => name)).toHaveLength(11);
  });

  it('give the three regressions of denial that Stock and Watson print, to three digits', () => {
    const ratio = factOf('payments to income');
    const rows = Array.from(ratio, (value, i) => [1, value, all.isBlack[i] ?? 0]);
    const denied = [...all.isApproved].map((one) => 1 - one);
    const linear = newton(rows, denied, (at, y) => [y - at, -1]);
    const logit = newton(rows, denied, (at, y) => {
      const p = 1 / (1 + Math.exp(-at));
      return [y - p, -p * (1 - p)];
    });
    const probit = newton(rows, denied, (at, y) => {
      const p = normal(at);
      const density = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
      // Fisher's scoring: the expected bend, which leads to the same peak.
      return [((y - p) * density) / (p * (1 - p)), (-density * density) / (p * (1 - p))];
    });
    expect(linear.map((one) => one.toFixed(3))).toEqual(['-0.091', '0.559', '0.177']);
    expect(logit.map((one) => one.toFixed(2))).toEqual(['-4.13', '5.37', '1.27']);
    expect(probit.map((one) => one.toFixed(2))).toEqual(['-2.26', '2.74', '0.71']);
    // And so does the widget's own fit, of approval in place of denial.
    const own = fitted({
      rows: rows.map(([, value, black]) => Float64Array.of(value ?? 0, black ?? 0, 1)),
      labels: all.isApproved,
    });
    expect([...own].map((one) => (-one).toFixed(2))).toEqual(['5.37', '1.27', '-4.13']);
  });
});

describe('the model', () => {
  it('has the log-odds of a table of two by two as its weights, and counts rows by their weights', () => {
    const rows = [0, 0, 1, 1].map((one) => Float64Array.of(one, 1));
    const [weight, constant] = fitted({ rows, labels: [0, 1, 0, 1], weights: [30, 10, 20, 60] });
    expect(constant).toBeCloseTo(Math.log(10 / 30), 6);
    expect(weight).toBeCloseTo(Math.log(60 / 20) - Math.log(10 / 30), 6);
  });

  it('climbs along the slope that differences give, and ends where there is none', () => {
    const random = seeded(1, 'rows');
    const rows = Array.from({ length: 60 }, () =>
      Float64Array.of(random.normal(), random.normal(), 1),
    );
    const labels = rows.map(([x = 0]) => Number(x + random.normal() > 0));
    const likelihood = (weights: Float64Array): number =>
      rows.reduce((sum, [x = 0, y = 0], i) => {
        const odds = x * (weights[0] ?? 0) + y * (weights[1] ?? 0) + (weights[2] ?? 0);
        return sum - Math.log(1 + Math.exp(labels[i] === 1 ? -odds : odds));
      }, 0);
    const at = Float64Array.of(0.3, -0.2, 0.1);
    const [exact, bend] = slopes(at, { rows, labels });
    [0, 1, 2].forEach((j) => {
      const by = (sign: number): Float64Array =>
        at.map((value, k) => value + (j === k ? sign * 1e-5 : 0));
      expect((likelihood(by(1)) - likelihood(by(-1))) / 2e-5).toBeCloseTo(exact[j] ?? 0, 4);
      [0, 1, 2].slice(0, j + 1).forEach((k) => {
        const [up, down] = [1, -1].map((sign) => slopes(by(sign), { rows, labels })[0][k] ?? 0);
        expect(((down ?? 0) - (up ?? 0)) / 2e-5).toBeCloseTo(bend[3 * j + k] ?? 0, 4);
      });
    });
    const peak = fitted({ rows, labels });
    for (const one of slopes(peak, { rows, labels })[0]) expect(Math.abs(one)).toBeLessThan(1e-8);
  });

  it('leaves out the three facts that weigh most in a guess at who is Black', () => {
    const rows = rowsOf(
      all.facts.map(({ values }) => values),
      all.count,
    );
    const weights = fitted({ rows, labels: all.isBlack });
    const heaviest = all.facts
      .map(({ name }, j) => [name, Math.abs(weights[j] ?? 0)] as const)
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 3);
    expect(new Set(heaviest.map(([name]) => name))).toEqual(new Set(PROXIES));
  });

  it('is reweighed so that group and decision have nothing to do with each other', () => {
    const everyone = Array.from({ length: all.count }, (_, i) => i);
    const weights = reweighed(all)(everyone);
    const weight = (black: number, approved: number): number =>
      everyone.reduce(
        (sum, i) =>
          sum +
          (all.isBlack[i] === black && all.isApproved[i] === approved ? (weights[i] ?? 0) : 0),
        0,
      );
    expect(weight(0, 1) / weight(0, 0)).toBeCloseTo(weight(1, 1) / weight(1, 0), 9);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(all.count, 6);
  });

  it('counts pairs as one by one', () => {
    const random = seeded(3, 'pairs');
    const values = Float64Array.from({ length: 80 }, () => random.whole(12));
    const labels = Uint8Array.from(values, (value) => Number(value + random.normal() * 4 > 6));
    let [won, pairs] = [0, 0];
    values.forEach((one, i) => {
      values.forEach((other, j) => {
        if (labels[i] !== 1 || labels[j] !== 0) return;
        pairs += 1;
        won += one > other ? 1 : one === other ? 0.5 : 0;
      });
    });
    expect(pairsWon(values, labels)).toBeCloseTo(won / pairs, 12);
  });
});

describe('the officers', () => {
  it('begin with the banks: a gap of 19.1 points, and nothing to check them against', () => {
    const { measures } = measureAll(threeOfficers, ran({}));
    expect(measures['approvalGap']).toBeCloseTo(100 * (1852 / 2041 - 243 / 339), 6);
    expect(measures['accuracy']).toBeNull();
    expect(measures['tprLamp']).toBeNull();
  });

  it.each(FIVE)(
    'approve as many as the banks at the same share, with a wider gap (seed %i)',
    (seed) => {
      const gapOf = (features: OfficerSettings['features']): number => {
        const { groups, compared } = ran({ features, seed });
        const approved = COUNTS.approval(groups.white)[0] + COUNTS.approval(groups.black)[0];
        expect(approved).toBe(1852 + 243);
        return 100 * (compared.approval?.gap ?? 0);
      };
      const [blind, told] = [gapOf('blind'), gapOf('all')];
      expect(blind).toBeGreaterThan(21);
      expect(blind).toBeLessThan(26);
      expect(told).toBeGreaterThan(blind + 8);
      expect(gapOf('noProxies')).toBeLessThan(blind - 5);
    },
  );

  it('are judged by the same people whoever decides: groups and columns have them all', () => {
    for (const features of ['bank', 'blind', 'all', 'noProxies', 'reweighed'] as const) {
      const { groups, columns } = ran({ features });
      expect([sizeOf(groups.white), sizeOf(groups.black)]).toEqual([2041, 339]);
      expect(columns).toHaveLength(COLUMNS);
      const sums = [0, 1, 2, 3].map((kind) =>
        columns.reduce((sum, column) => sum + (column[kind] ?? 0), 0),
      );
      expect(sums).toEqual([189, 1852, 96, 243]);
    }
  });

  it('draw a line for each group where it is set', () => {
    const { groups } = ran({
      features: 'blind',
      rule: 'separate',
      refusedWhite: 0.1,
      refusedBlack: 0.3,
    });
    expect(sizeOf(groups.white) - COUNTS.approval(groups.white)[0]).toBe(204);
    expect(sizeOf(groups.black) - COUNTS.approval(groups.black)[0]).toBe(101);
  });
});

describe('the lamps', () => {
  it('are lit inside the margin, off outside, and cannot tell between', () => {
    expect(lampOf(-0.05, 0.05)).toBe('lit');
    expect(lampOf(0.051, 0.2)).toBe('off');
    expect(lampOf(-0.2, -0.051)).toBe('off');
    expect(lampOf(-0.02, 0.06)).toBe('cannot tell');
    expect(lampOf(-0.2, 0.2)).toBe('cannot tell');
  });

  it('agree with the bootstrap in at least 95 of 100, and their intervals to two points', () => {
    let [same, count] = [0, 0];
    for (const seed of FIVE) {
      for (const [refusedWhite, refusedBlack] of [
        [0.05, 0.1],
        [0.09, 0.28],
        [0.13, 0.2],
        [0.2, 0.35],
      ]) {
        const settings = {
          features: 'blind',
          rule: 'separate',
          refusedWhite,
          refusedBlack,
          seed,
        } as const;
        const { groups } = ran(settings as Partial<OfficerSettings>);
        const again = redraws(groups, 2000, 7 * seed);
        SHARES.forEach((share, k) => {
          const gaps = again.map((one) => one[k] ?? 0).sort((a, b) => a - b);
          const [low, high] = [gaps[99] ?? 0, gaps[1899] ?? 0];
          const one = comparedBy(share, groups);
          expect(Math.abs((one?.low ?? 0) - low)).toBeLessThan(0.02);
          expect(Math.abs((one?.high ?? 0) - high)).toBeLessThan(0.02);
          same += Number(lampOf(low, high) === one?.lamp);
          count += 1;
        });
      }
    }
    expect(count).toBe(100);
    expect(same).toBeGreaterThanOrEqual(95);
  });

  it('stand in the map as each pair of lines lights them', () => {
    const { map } = ran({ features: 'blind' });
    expect(map).toHaveLength(MAP.steps ** 2);
    for (const [white, black] of [
      [0, 0],
      [10, 16],
      [13, 20],
      [30, 5],
      [60, 60],
      [2, 51],
    ] as const) {
      const { compared } = ran({
        features: 'blind',
        rule: 'separate',
        refusedWhite: white * MAP.step,
        refusedBlack: black * MAP.step,
      });
      const lit = SHARES.filter((share) => compared[share]?.lamp === 'lit').length;
      expect(map[black * MAP.steps + white]).toBe(lit);
    }
    // Whoever refuses nobody treats all alike in three of the five; no other pair of lines lights more than two.
    expect(map[0]).toBe(3);
    expect(Math.max(...map.slice(1))).toBe(2);
  });
});

describe('what cannot all be equal', () => {
  it('follows exactly from the four counts of any group', () => {
    for (const features of ['blind', 'all', 'noProxies'] as const) {
      for (const group of Object.values(ran({ features }).groups)) {
        const share = (of: keyof typeof COUNTS): number =>
          COUNTS[of](group)[0] / COUNTS[of](group)[1];
        const base = (group.bothApproved + group.onlyBanks) / sizeOf(group);
        expect(forced(base, share('ppv'), 1 - share('tpr'))).toBeCloseTo(share('fpr'), 12);
      }
    }
  });

  it('forces 49 and 13 % at the banks’ rates', () => {
    expect(forced(1852 / 2041, 0.95, 0.05)).toBeCloseTo(0.49, 2);
    expect(forced(243 / 339, 0.95, 0.05)).toBeCloseTo(0.127, 3);
  });
});

describe('what is shown', () => {
  it('is taken by the line: to a share of all, or of a group, and at least by a step', () => {
    const { move, paramOf } = threeOfficers.edit as NonNullable<typeof threeOfficers.edit>;
    const outcome = ran({ features: 'blind' });
    const view = { layout: 'wide', outcome } as const;
    const settings = { ...start, features: 'blind' } as const;
    expect(move(settings, 'all', { x: 80, y: 0 }, view)).toBe('0.2');
    expect(move(settings, 'all', { x: -50, y: 0 }, view)).toBe('0');
    expect(paramOf?.('all')).toBe('refused');
    const two = { ...settings, rule: 'separate' } as const;
    const parted = { layout: 'wide', outcome: ran(two) } as const;
    expect(paramOf?.('black')).toBe('refusedBlack');
    const at = (400 * parted.outcome.lines.white) / COLUMNS;
    expect(Number(move(two, 'white', { x: at, y: 0 }, parted))).toBeCloseTo(0.09, 6);
    expect(move(two, 'white', { x: at + 4, y: 0 }, parted)).toBe('0.1');
    expect(move(two, 'black', { x: 400, y: 0 }, parted)).toBe('1');
    expect(
      move(start, 'all', { x: 80, y: 0 }, { layout: 'wide', outcome: ran({}) }),
    ).toBeUndefined();
  });

  it('says, tabulates and measures the same', () => {
    const settings = { ...start, features: 'blind' } as const;
    const outcome = ran(settings);
    const { measures } = measureAll(threeOfficers, outcome);
    const gap = (measures['approvalGap'] ?? 0).toFixed(1);
    expect(threeOfficers.say(settings, outcome)).toContain(`a gap of ${gap} points`);
    expect(threeOfficers.tabulate(settings, outcome).rows[0]).toContain(gap);
    expect(threeOfficers.tabulate(settings, outcome).rows).toHaveLength(5);
    expect(threeOfficers.tabulate(start, ran({})).rows).toHaveLength(1);
  });

  it('is drawn in both widths for whoever decides, and where nobody or everybody is refused', () => {
    const changes = [
      {},
      { features: 'all' },
      { features: 'blind', refused: 0 },
      { features: 'blind', refused: 1 },
    ] as const;
    for (const layout of ['wide', 'narrow'] as const) {
      const pictures = changes.map((change) =>
        drawn(threeOfficers, { ...start, ...change }, ran(change), layout),
      );
      expect(new Set(pictures).size).toBe(changes.length);
      for (const picture of pictures) expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('ends when nobody wants its outcome any more', async () => {
    const unwanted = (): Promise<void> => Promise.reject(new Error('stopped'));
    const env = { readData: () => Promise.resolve(readFileSync('public/data/hmda.bin')) };
    await expect(runThreeOfficers(start, unwanted, env as never)).rejects.toThrow('stopped');
  });
});
