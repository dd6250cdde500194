import { describe, expect, test } from 'vitest';
import { draw, edit } from '../../../../widgets/experiments/ship-it/figure.ts';
import { outcomeOf } from '../../../../widgets/experiments/ship-it/model.ts';
import { movesOf } from '../../../../widgets/experiments/ship-it/moves.ts';
import { params, TOLD, type ShipSettings } from '../../../../widgets/experiments/ship-it/params.ts';
import { shipIt } from '../../../../widgets/experiments/ship-it/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';

const START = defaults(params);
const run = (change: Partial<ShipSettings>) => outcomeOf({ ...START, ...change });

test('what is measured of a run: revenue and the best possible, moves and days, flaws found and mended, prayers and tears', () => {
  const outcome = run({ moves: `${TOLD}BPC` });
  const { measures } = measureAll(shipIt, outcome);
  const { revenue = 0, bestRevenue = 0 } = measures as Record<string, number>;
  expect(measures).toMatchObject({
    movesUsed: 18,
    days: 35,
    flawsFound: 4,
    flawsMended: 4,
    vigils: 2,
  });
  expect(measures['shareOfBest']).toBeCloseTo(revenue / bestRevenue, 8);
  expect(revenue).toBeCloseTo(
    outcome.perDay.reduce((sum, one) => sum + one, 0),
    3,
  );
});

describe('the end of the work, taken by hand', () => {
  /** The middle of its mark in the drawing, as the page measures it, and how far a day is. */
  const markOf = (layout: 'wide' | 'narrow', moves: string) => {
    const { body } = draw({ ...START, moves }, run({ moves }), { layout });
    const [, x = '', width = ''] =
      /data-handle="end"[^>]* x="([\d.-]+)"[^>]* width="([\d.]+)"/.exec(body.markup) ?? [];
    const left = layout === 'wide' ? 320 : 0;
    return left + Number(x) + Number(width) / 2;
  };
  const taken = (layout: 'wide' | 'narrow', x: number, y = 0): string | undefined =>
    edit.move({ ...START, moves: TOLD }, 'end', { x, y }, { layout });

  test.each(['wide', 'narrow'] as const)(
    'takes back what was not done by a day, and nothing where it stays (%s)',
    (layout) => {
      expect(taken(layout, markOf(layout, TOLD))).toBe(TOLD);
      expect(taken(layout, 10_000)).toBe(TOLD);
      expect(taken(layout, 0)).toBe('');
      for (const { to } of movesOf(TOLD).made) {
        const before = TOLD.slice(
          0,
          movesOf(TOLD).made.filter((one) => one.to.day <= to.day).length,
        );
        expect(taken(layout, markOf(layout, before))).toBe(before);
      }
    },
  );

  test('an arrow key, or Delete, takes one move back, however many days it took', () => {
    const step = edit.step?.({ ...START, moves: TOLD }, 'wide') ?? 0;
    expect(taken('wide', markOf('wide', TOLD) - step)).toBe(TOLD.slice(0, -1));
    expect(taken('wide', 0, Infinity)).toBe(TOLD.slice(0, -1));
    const long = 'TLR';
    expect(
      edit.move(
        { ...START, moves: long },
        'end',
        { x: markOf('wide', long) - step, y: 0 },
        { layout: 'wide' },
      ),
    ).toBe('TL');
  });

  test('waits for the prediction, and is not there before the first day', () => {
    expect(draw(START, run({}), { layout: 'wide' }).body.waits).toBe(true);
    const moves = '';
    expect(draw({ ...START, moves }, run({ moves }), { layout: 'wide' }).body.markup).not.toContain(
      'data-handle',
    );
  });
});
