import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readApplicants,
  type Applicants,
} from '../../../../widgets/experiments/three-officers/applicants.ts';
import { outcomeOf } from '../../../../widgets/experiments/three-officers/model.ts';
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
  forced,
  comparedBy,
  COUNTS,
  lampOf,
  redraws,
  SHARES,
  sizeOf,
} from '../../../../widgets/experiments/three-officers/rates.ts';
import { threeOfficers } from '../../../../widgets/experiments/three-officers/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';

const FIVE = [1, 2, 3, 4, 5];
const start = defaults(params);
let all: Applicants;
beforeAll(() => {
  all = readApplicants(readFileSync('public/data/hmda.bin'));
});
const ran = (change: Partial<OfficerSettings>): OfficerOutcome =>
  outcomeOf(all, { ...start, ...change });

describe('the officers', () => {
  it('begin with the banks: a gap of 19.1 points, and nothing to check them against', () => {
    const { measures } = measureAll(threeOfficers, ran({}));
    expect(measures['approvalGap']).toBeCloseTo(100 * (1852 / 2041 - 243 / 339), 6);
    expect(measures['accuracy']).toBeNull();
    expect(measures['tprLamp']).toBeNull();
  });

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
});
