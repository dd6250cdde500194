import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CELLS,
  DAYS_2011,
  daysAsTheyWere,
  FACTS,
  HOURS,
  readBikes,
  type Bikes,
} from '../../../../widgets/experiments/stale-model/bikes.ts';
import { fitOf } from '../../../../widgets/experiments/stale-model/learner.ts';
import {
  slopesOf,
  untrained,
  WEIGHTS,
} from '../../../../widgets/experiments/stale-model/network.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const bikes = readBikes(readFileSync('public/data/bike-years.bin'));
const year = daysAsTheyWere(bikes, 0, DAYS_2011);

/** Mean error of a kind of model on every fifth day of 2011, fitted to the others. */
function missed(world: Bikes, learner: 'linear' | 'network', seed = 1): number {
  const isHeld = (day: number): boolean => day % 5 === 0;
  const expects = fitOf(world, { learner, seed })(year.filter((_, day) => !isHeld(day)));
  let [off, hours] = [0, 0];
  year
    .filter((_, day) => isHeld(day))
    .forEach((day) => {
      expects(day).forEach((hires, hour) => {
        const at = day.source * HOURS + hour;
        if (world.sky[at] === 0) return;
        off += Math.abs(hires - (world.count[at] as number));
        hours += 1;
      });
    });
  return off / hours;
}

/** The same days with a demand of our own. */
function world(demand: (day: number, hour: number) => number): Bikes {
  const count = bikes.count.map((_, at) => demand(Math.floor(at / HOURS), at % HOURS));
  return { ...bikes, count };
}

describe('the network', () => {
  it('has the slopes that differences of its loss have', () => {
    const random = seeded(3, 'gradient');
    const rows = {
      cells: Array.from({ length: 7 }, () => random.whole(CELLS)),
      facts: Float64Array.from({ length: 7 * FACTS }, () => random.normal()),
      logs: Array.from({ length: 7 }, () => random.normal()),
    };
    const weights = untrained(random).map((weight) => weight + 0.1 * random.normal());
    const batch = Int32Array.of(5, 0, 2, 6);
    const slopes = new Float64Array(WEIGHTS);
    slopesOf(weights, rows, batch, slopes);
    const away = weights.map((_, i) => {
      const at = (step: number): number => {
        const moved = weights.slice();
        moved[i] = (moved[i] ?? 0) + step;
        return slopesOf(moved, rows, batch, new Float64Array(WEIGHTS));
      };
      return Math.abs((at(1e-5) - at(-1e-5)) / 2e-5 - (slopes[i] as number));
    });
    expect(Math.max(...away)).toBeLessThan(1e-7);
    expect(slopes.filter((slope) => Math.abs(slope) > 0.01).length).toBeGreaterThan(50);
  });

  it('learns a demand that no sum of hour and weather can say', () => {
    // Warmth brings people out in the morning and keeps them away in the evening.
    const crossed = world((day, hour) => {
      const warm = (bikes.warmth[day] as number) - 0.5;
      return Math.round(100 * Math.exp(hour < 12 ? 2 * warm : -2 * warm));
    });
    for (const seed of [1, 2, 3, 4, 5])
      expect(missed(crossed, 'network', seed)).toBeLessThan(0.35 * missed(crossed, 'linear'));
  });

  it('where there is nothing to learn, says about the middle', () => {
    const random = seeded(1, 'noise');
    const noise = world(() => 50 + random.whole(101));
    // The mean distance of 50 to 150, each as likely, from 100 is 25 and a quarter.
    expect(Math.abs(missed(noise, 'network') - 25.25)).toBeLessThan(2);
  });
});
