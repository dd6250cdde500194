import { describe, expect, it } from 'vitest';
import {
  changed,
  defaults,
  readSettings,
  spreadValues,
} from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { lastPosition, positionOf, valueAt } from '../../../../widgets/kit/controls/slider.ts';
import { toyParams } from '../toy.ts';

describe('reading settings', () => {
  it('an empty query gives the defaults', () => {
    expect(readSettings(toyParams, {}).settings).toEqual(defaults(toyParams));
  });

  it('a value out of range is clamped and reported', () => {
    const { settings, clamped } = readSettings(toyParams, { x: '11', slope: '0.2' });
    expect(settings).toMatchObject({ x: 10, slope: 1 });
    expect(clamped).toEqual({ x: { asked: 11, used: 10 }, slope: { asked: 0.2, used: 1 } });
  });

  it('a fraction is kept where the step is coarser, and rounded where only whole numbers mean anything', () => {
    const { settings, clamped } = readSettings(toyParams, { x: '2.25', slope: '7.6' });
    expect(settings).toMatchObject({ x: 2.25, slope: 8 });
    expect(Object.keys(clamped)).toEqual(['slope']);
  });

  it.each([
    ['x', 'many', 'a number from 0 to 10'],
    ['x', '', 'a number from 0 to 10'],
    ['x', 'Infinity', 'a number from 0 to 10'],
    ['colour', 'green', 'one of red, blue'],
    ['dots', '1;2', 'numbers with commas between them'],
    ['dots', '1'.repeat(1501), 'at most 1500 characters'],
    ['size', '3', 'one of x, slope, colour, dots, seed'],
    ['__proto__', '3', 'one of x, slope, colour, dots, seed'],
  ])('%s = %j is named with what would be accepted', (name, text, wanted) => {
    const reading = readSettings(toyParams, Object.fromEntries([[name, text]]));
    expect(reading.unreadable).toEqual([{ name, text, wanted }]);
    expect(reading.settings).toEqual(defaults(toyParams));
  });

  it('a text that had to be changed is taken as it was changed, and what was changed is said', () => {
    const even = {
      kind: 'text',
      label: 'Even',
      place: 'more',
      default: '0',
      longest: 4,
      parse: (text: string) =>
        Number(text) % 2 === 0
          ? text
          : { value: String(Number(text) - 1), said: 'odd is made even' },
    } as const;
    const table = { even };
    expect(readSettings(table, { even: '7' })).toEqual({
      settings: { even: '6' },
      clamped: {},
      adjusted: { even: 'odd is made even' },
      unreadable: [],
    });
    expect(readSettings(table, { even: '8' }).adjusted).toEqual({});
    expect(readSettings(table, { even: '80000' }).unreadable[0]?.wanted).toBe(
      'at most 4 characters',
    );
  });

  it('what is written is read back the same, for random settings', () => {
    const random = seeded(1);
    for (let i = 0; i < 200; i += 1) {
      const settings = {
        ...defaults(toyParams),
        x: random.uniform() * 10,
        slope: 1 + random.whole(1000),
        colour: random.uniform() < 0.5 ? 'red' : 'blue',
      };
      const query = Object.fromEntries(Object.entries(settings).map(([k, v]) => [k, String(v)]));
      expect(readSettings(toyParams, query).settings).toEqual(settings);
    }
  });

  it('changes touch what they name and nothing else', () => {
    const start = { ...defaults(toyParams), x: 5 };
    expect(changed(toyParams, start, { slope: 5000, unknown: 1 })).toEqual({
      ...start,
      slope: 1000,
    });
  });
});

describe('spreads and sliders', () => {
  it('a spread starts and ends with the range and rises', () => {
    const values = spreadValues(toyParams.slope);
    expect(values[0]).toBe(1);
    expect(values.at(-1)).toBe(1000);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
  });

  const fromZero = { ...toyParams.slope, min: 0, max: 100, step: 1, whole: true } as const;
  const shares = { ...toyParams.slope, min: 0.001, max: 1, step: 0.001 } as const;

  it.each([toyParams.x, toyParams.slope, fromZero, shares])(
    'each press of an arrow key moves a slider on, and back again',
    (param) => {
      const last = lastPosition(param);
      const values = Array.from({ length: last + 1 }, (_, i) => valueAt(param, i));
      for (let i = 1; i <= last; i += 1) expect(values[i]).toBeGreaterThan(values[i - 1] ?? 0);
      // The page puts the slider where its value says: nobody may be led back to where they came from.
      expect(values.map((value) => positionOf(param, value))).toEqual(values.map((_, i) => i));
      expect([values[0], values.at(-1)]).toEqual([param.min, param.max]);
    },
  );

  it('a value that no stop has puts the slider on the nearest one', () => {
    const at = positionOf(toyParams.slope, 123.4);
    expect(Math.abs(valueAt(toyParams.slope, at) - 123.4)).toBeLessThan(6);
    expect(positionOf(toyParams.slope, 5000)).toBe(lastPosition(toyParams.slope));
  });
});
