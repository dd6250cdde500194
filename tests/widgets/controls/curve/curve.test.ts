import { describe, expect, test } from 'vitest';
import {
  curve,
  readCurve,
  type CurveParam,
} from '../../../../widgets/controls/curve/pure/curve.ts';
import { CURVE } from '../../../../widgets/controls/curve/pure/markup.ts';
import { Stroke } from '../../../../widgets/controls/curve/pure/stroke.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const demand = curve({
  label: 'Demand',
  place: 'first',
  xs: [0, 6, 12, 24],
  across: 'hour',
  min: 0,
  max: 50,
  step: 5,
  unit: 'ms',
  default: [0, 10, 20, 50],
});
const read = (text: string) => readSettings({ demand }, { demand: text });

describe('a curve as text', () => {
  test('comes back as it was, from any spacing', () => {
    expect(read(' 5, 10;15  20 ').settings.demand).toBe('5,10,15,20');
    const random = seeded(1, 'curves');
    for (let i = 0; i < 100; i += 1) {
      const text = CURVE.random(demand, random);
      expect(read(text)).toMatchObject({
        settings: { demand: text },
        adjusted: {},
        unreadable: [],
      });
    }
  });
  test('is brought into its range and on its steps, and that is said', () => {
    expect(read('-3,12,20,400')).toMatchObject({
      settings: { demand: '0,10,20,50' },
      adjusted: {
        demand:
          '2 values outside 0 to 50\u00a0ms are brought to the edge; a value is rounded to steps of 5',
      },
    });
    expect(read('0,10,20,50').adjusted).toEqual({});
  });
  test.each(['', '1,2,3', '1,2,3,4,5', '1,2,three,4', '1,2,,4', '1,2,Infinity,4'])(
    '“%s” is refused, and the message says what to write',
    (text) => {
      expect(read(text).unreadable[0]?.wanted).toBe(
        '4 numbers with commas between them, one for each of 0, 6, 12, 24',
      );
    },
  );
  test('is told by its lowest and its highest value, and its picture by all', () => {
    expect(demand.say?.('0,10,20,50')).toBe('from 0\u00a0ms (at 0) to 50\u00a0ms (at 24)');
    expect(demand.say?.('5,5,5,5')).toBe('always 5\u00a0ms');
    const { markup } = CURVE.markup(demand, '0,10,20,50', { field: 'x', name: 'demand' });
    expect(markup).toContain('aria-label="hour: 0: 0, 6: 10, 12: 20, 24: 50\u00a0ms"');
    expect(markup.match(/<circle/g)).toHaveLength(4);
  });
});

describe('a stroke', () => {
  const { shape } = (demand as CurveParam).surface;
  const start = readCurve(shape, '0,0,0,0');
  /** Strokes are given in the units of the curve. */
  const stroke = (...points: readonly (readonly [number, number])[]): readonly number[] => {
    const [first, ...rest] = points.map(([x, y]) => ({ x: x / 24, y: 1 - y / 50 }));
    const one = new Stroke(shape, start, first ?? { x: 0, y: 0 });
    for (const point of rest) one.moveTo(point);
    return one.values;
  };
  test('sets the value that it is nearest to', () => {
    expect(stroke([7, 40])).toEqual([0, 40, 0, 0]);
    expect(stroke([7, 40], [7, 20])).toEqual([0, 20, 0, 0]);
    expect(stroke([7, 40], [7.2, 20], [7.4, 30])).toEqual([0, 30, 0, 0]);
  });
  test('leaves each value where it crossed its place, however fast it was', () => {
    expect(stroke([0, 0], [24, 50])).toEqual([0, 15, 25, 50]);
    const slow = Array.from({ length: 49 }, (_, i) => [i / 2, (i / 48) * 50] as const);
    expect(stroke(...slow)).toEqual([0, 15, 25, 50]);
    expect(stroke(...slow.toReversed())).toEqual([0, 15, 25, 50]);
  });
  test('stays within the range beyond the edge of the plot', () => {
    expect(stroke([12, 70], [30, -20])).toEqual([0, 0, 50, 0]);
  });
});
