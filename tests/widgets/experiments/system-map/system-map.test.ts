import { describe, expect, it } from 'vitest';
import type { FirstLookOutcome } from '../../../../widgets/experiments/first-look/outcome.ts';
import { firstLook } from '../../../../widgets/experiments/first-look/widget.ts';
import { monthOf, READ, wentWrong } from '../../../../widgets/experiments/system-map/model.ts';
import { ALL, boxesIn, params } from '../../../../widgets/experiments/system-map/params.ts';
import { defaults, readSettings } from '../../../../widgets/kit/contract/params.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';

/** Every set of boxes that may be down. */
const SETS = Array.from({ length: 2 ** ALL.length }, (_, set) =>
  ALL.filter((_box, i) => (set >> i) & 1),
);

describe('the month', () => {
  it('rests on shares that the digit reader itself gives, within half a point', async () => {
    const settings = [{}, { columns: 1 }, { units: 4 }, { units: 4, columns: 1 }];
    const outcomes = (await keptOutcomes(
      firstLook,
      settings.map((one) => ({ ...defaults(firstLook.params), seed: 4, ...one })),
    )) as readonly FirstLookOutcome[];
    const { whole, eighth, tested } = READ;
    const wanted = [whole.inPlace, whole.off, eighth.inPlace, eighth.off];
    outcomes.forEach(({ counts, tested: of }, i) => {
      expect(of).toBe(tested);
      expect(Math.abs((counts?.right ?? 0) - (wanted[i] as number)) / of).toBeLessThanOrEqual(
        0.005,
      );
    });
  });

  it('adds up by hand', () => {
    const [usual, off] = [105 / 1334, 496 / 1334];
    const poor = { inPlace: 363 / 1334, off: 723 / 1334 };
    const month = (down: string) => wentWrong(monthOf(boxesIn(down)));
    // A day of a fault and nineteen as ever; a month of it.
    expect(month('')).toBeCloseTo(6000 * usual, 6);
    expect(month('data')).toBeCloseTo(300 * off + 5700 * usual, 6);
    expect(month('interface')).toBeCloseTo(285 + 15 * usual + 5700 * usual, 6);
    expect(month('hardware')).toBeCloseTo(300 + 5700 * usual, 6);
    expect(month('infrastructure,data')).toBeCloseTo(6000 * off, 6);
    expect(month('infrastructure,interface')).toBeCloseTo(5700 + 300 * usual, 6);
    // A poor network is in use where nobody tests, and only there.
    expect(month('algorithm,data')).toBe(month('data'));
    expect(month('infrastructure,algorithm')).toBeCloseTo(6000 * poor.inPlace, 6);
    expect(month('infrastructure,algorithm,data')).toBeCloseTo(6000 * poor.off, 6);
    // A new laptop mends no slip of the scanner.
    expect(month('hardware,data')).toBeCloseTo(300 + 300 * off + 5400 * usual, 6);
    expect(month('infrastructure,hardware,data')).toBeCloseTo(300 + 5700 * off, 6);
  });

  it('has a report that only the algorithm moves, and none where nobody tests', () => {
    const usual = monthOf([]).report;
    for (const down of SETS) {
      const { report } = monthOf(down);
      if (down.includes('infrastructure')) expect(report).toBeNull();
      else expect(report === usual, down.join()).toBe(!down.includes('algorithm'));
    }
  });

  it('is never made better by one more box that is down, and worse by all but three that are named', () => {
    for (const down of SETS) {
      for (const box of ALL.filter((one) => !down.includes(one))) {
        const [less, more] = [
          monthOf(down),
          monthOf(ALL.filter((one) => one === box || down.includes(one))),
        ];
        const what = `${down.join()} and ${box}`;
        expect(more.served, what).toBeLessThanOrEqual(less.served);
        expect(more.stopped + more.lasts, what).toBeGreaterThanOrEqual(less.stopped + less.lasts);
        // A network that is not released harms nobody; that nobody looks harms nobody where all is well, or where everybody sees what is not.
        const isStopped = box === 'algorithm' && !down.includes('infrastructure');
        const isUnneeded = box === 'infrastructure' && !down.some((one) => one !== 'hardware');
        if (isStopped || isUnneeded) expect(wentWrong(more), what).toBe(wentWrong(less));
        else expect(wentWrong(more), what).toBeGreaterThan(wentWrong(less) + 1);
      }
    }
  });
});

describe('the map', () => {
  it('reads boxes in any order, and says what is none', () => {
    expect(readSettings(params, { down: ' Data, infrastructure' }).settings.down).toBe(
      'infrastructure,data',
    );
    expect(readSettings(params, { down: 'printer' }).unreadable).toHaveLength(1);
  });
});
