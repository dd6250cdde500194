import { describe, expect, it } from 'vitest';
import type { FirstLookOutcome } from '../../../../widgets/experiments/first-look/outcome.ts';
import { firstLook } from '../../../../widgets/experiments/first-look/widget.ts';
import { boxAt, edit, placesOf } from '../../../../widgets/experiments/system-map/figure.ts';
import {
  monthOf,
  READ,
  wentWrong,
  type MapOutcome,
} from '../../../../widgets/experiments/system-map/model.ts';
import { ALL, boxesIn, params } from '../../../../widgets/experiments/system-map/params.ts';
import { systemMap } from '../../../../widgets/experiments/system-map/widget.ts';
import { defaults, readSettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';
import { runOnNode } from '../../../../widgets/run/node.ts';
import { drawn } from '../../drawn.ts';

const start = defaults(params);
/** Every set of boxes that may be down. */
const SETS = Array.from({ length: 2 ** ALL.length }, (_, set) =>
  ALL.filter((_box, i) => (set >> i) & 1),
);
const ran = async (down = ''): Promise<MapOutcome> =>
  (await runOnNode(systemMap, { ...start, down })) as MapOutcome;

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
  const press = (down: string, handle: string, to: { x: number; y: number }) =>
    edit.move({ down }, handle, to, { layout: 'wide' });

  it('takes a box down where it is pressed and brings it back, in both widths', () => {
    for (const layout of ['wide', 'narrow'] as const) {
      const places = placesOf(layout);
      for (const box of ALL) {
        const { x, y, width, height } = places[box];
        const at =
          box === 'infrastructure'
            ? { x: x + 40, y: y + 12 }
            : { x: x + width / 2, y: y + height / 2 };
        expect(boxAt(at, layout)).toBe(box);
        expect(edit.move({ down: '' }, '', at, { layout })).toBe(box);
        expect(edit.move({ down: box }, '', at, { layout })).toBe('');
      }
    }
    expect(press('', '', { x: 600, y: 100 })).toBeUndefined();
  });

  it('does the same by key, and nothing where a mark is dragged', () => {
    expect(press('data', 'infrastructure', { x: 0, y: Infinity })).toBe('infrastructure,data');
    expect(press('', 'data', { x: 10, y: 10 })).toBeUndefined();
  });

  it('reads boxes in any order, and says what is none', () => {
    expect(readSettings(params, { down: ' Data, infrastructure' }).settings.down).toBe(
      'infrastructure,data',
    );
    expect(readSettings(params, { down: 'printer' }).unreadable).toHaveLength(1);
  });
});

describe('what is shown', () => {
  it('says, tabulates, draws and measures the same for every set of boxes, and the count is the sum of its parts', async () => {
    for (const boxes of SETS) {
      const down = boxes.join(',');
      const outcome = await ran(down);
      const { measures } = measureAll(systemMap, outcome);
      const written = (name: string): string =>
        Math.round(measures[name] ?? NaN).toLocaleString('en');
      const share = (name: string): string => `${Math.round(100 * (measures[name] ?? NaN))} %`;
      const isTested = !boxes.includes('infrastructure');
      const { caption, rows } = systemMap.tabulate({ down }, outcome);
      expect(rows.map(([, value]) => value)).toEqual([
        isTested ? share('report') : 'no report',
        share('served'),
        share('unread'),
        measures['daysDown'],
        written('wrongDishes'),
        written('unreadSlips'),
        written('failedSlips'),
      ]);
      const [wrong, unread, all] = ['wrongDishes', 'unreadSlips', 'failedSlips'].map((name) =>
        Math.round(measures[name] ?? NaN),
      ) as [number, number, number];
      expect(wrong + unread, down).toBe(all);
      const said = systemMap.say({ down }, outcome);
      expect(said).toMatch(
        new RegExp(` ${written('failedSlips')} of the month’s 6,000 (slips )?go wrong\\.$`),
      );
      if (boxes.length > 0)
        expect(said).toContain(
          isTested ? `says ${share('report').slice(0, -2)} of 100` : 'There is no test report',
        );
      expect(caption).toBe(`Down: ${params.down.say(down)}`);
      for (const layout of ['wide', 'narrow'] as const) {
        const picture = drawn(systemMap, { down }, outcome, layout);
        expect(picture).not.toMatch(/NaN|Infinity|undefined/);
        expect(picture).toContain(`>${share('served')}<`);
        expect(picture).toContain(`>${written('failedSlips')}<`);
        expect(picture).toContain(`>${written('wrongDishes')} wrong dishes<`);
        expect(picture).toContain(`>${written('unreadSlips')} never read<`);
        expect(picture.match(/aria-pressed="true"/g) ?? []).toHaveLength(boxes.length);
      }
    }
  });

  it('says what becomes of the guests, day by day', async () => {
    const said = async (down: string) => systemMap.say({ down }, await ran(down));
    expect(await said('algorithm')).toContain(
      'so that network is not released; the guests still get 92,',
    );
    expect(await said('data')).toContain('the guests get 63 until somebody sees it in the evening');
    expect(await said('infrastructure,data')).toContain('the guests get 63 for the whole month');
    expect(await said('infrastructure')).toContain(
      'There is no test report; the guests still get 92,',
    );
    expect(await said('hardware,data')).toContain(
      'no slip is read until there is another laptop on the second day, then the guests get 63 until somebody sees it in the evening',
    );
  });

  it('names any set of boxes in words', () => {
    expect(params.down.say('')).toBe('nothing');
    expect(params.down.say('infrastructure,interface,data')).toBe(
      'infrastructure, interface and data stack',
    );
  });
});
