import { describe, expect, it } from 'vitest';
import type { FirstLookOutcome } from '../../../widgets/experiments/first-look/outcome.ts';
import { firstLook } from '../../../widgets/experiments/first-look/widget.ts';
import { boxAt, edit, placesOf } from '../../../widgets/experiments/system-map/figure.ts';
import {
  monthOf,
  READ,
  runSystemMap,
  type MapOutcome,
} from '../../../widgets/experiments/system-map/model.ts';
import { ALL, params } from '../../../widgets/experiments/system-map/params.ts';
import { systemMap } from '../../../widgets/experiments/system-map/widget.ts';
import { defaults, readSettings } from '../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../../widgets/run/kept/kept-outcomes.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import { drawn } from '../drawn.ts';

const start = defaults(params);
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

  it('adds up by hand: a column off for a day, and for all twenty', async () => {
    const [usual, off] = [105 / 1334, 496 / 1334];
    expect((await ran()).wrong).toBeCloseTo(6000 * usual, 6);
    expect((await ran('data')).wrong).toBeCloseTo(300 * off + 5700 * usual, 6);
    expect((await ran('infrastructure,data')).wrong).toBeCloseTo(6000 * off, 6);
  });

  it('has a report that only the algorithm moves', () => {
    const usual = monthOf([]).report;
    for (const box of ALL) expect(monthOf([box]).report === usual, box).toBe(box !== 'algorithm');
  });

  it('is not made better by one more box that is down, as far as slips of the day and days go', () => {
    for (let set = 0; set < 2 ** ALL.length; set += 1) {
      const down = ALL.filter((_, i) => (set >> i) & 1);
      for (const box of ALL) {
        const more = monthOf(ALL.filter((one) => one === box || down.includes(one)));
        expect(more.served).toBeLessThanOrEqual(monthOf(down).served);
        if (box !== 'hardware' && !down.includes('hardware'))
          expect(more.lasts).toBeGreaterThanOrEqual(monthOf(down).lasts);
      }
    }
  });

  it('ends when nobody wants its outcome any more', async () => {
    const unwanted = (): Promise<void> => Promise.reject(new Error('stopped'));
    await expect(runSystemMap(start, unwanted, {} as never)).rejects.toThrow('stopped');
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
  it('says, tabulates and measures the same for every box, drawn in both widths', async () => {
    for (const down of ['', ...ALL, 'infrastructure,data']) {
      const outcome = await ran(down);
      const { served, report, daysDown } = measureAll(systemMap, outcome).measures;
      const [test, now] = [report, served].map((one) => `${(100 * (one ?? NaN)).toFixed(0)} %`);
      const { rows } = systemMap.tabulate({ down }, outcome);
      expect(rows.map(([, value]) => value)).toEqual([
        test,
        now,
        expect.anything(),
        daysDown,
        expect.anything(),
      ]);
      expect(systemMap.say(start, outcome)).toContain((now ?? '').replace(' %', ''));
      for (const layout of ['wide', 'narrow'] as const)
        expect(drawn(systemMap, { down }, outcome, layout)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
