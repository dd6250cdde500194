import { describe, expect, it } from 'vitest';
import { inShownAgainst } from '../../../src/tasks/judge/shown-against.ts';
import { asSaid, inShown, inShownUnit } from '../../../src/tasks/judge/shown-measure.ts';
import { limitWords } from '../../../src/tasks/kinds/reach/said.ts';

const ms = { label: 'p99', unit: 'ms', digits: 0, scale: 1 };
const share = { label: 'right', unit: '%', digits: 1, scale: 100 };

describe('a value in words', () => {
  it('is never parted from its unit at a line’s end, and one of a thing is no plural', () => {
    expect(inShown(0.314, share)).toBe('31.4\u00a0%');
    expect(asSaid(200, 'ms')).toBe('200\u00a0ms');
    expect(asSaid(1, 'requests')).toBe('1\u00a0request');
    expect(asSaid(1234.5, undefined)).toBe('1,235');
    expect(asSaid(0.0009, '$')).toBe('$0.0009');
  });

  it('beside a bound has the decimals that tell why it holds or not', () => {
    const whole = { ...share, digits: 0 };
    expect(inShownAgainst(0.404, whole, { atMost: 0.4 })).toBe('40.4\u00a0%');
    expect(inShownAgainst(0.398, whole, { atMost: 0.4 })).toBe('40\u00a0%');
    expect(inShownAgainst(0.3996, whole, { below: 0.4 })).toBe('39.96\u00a0%');
    expect(inShownAgainst(0.46, whole, { atMost: 0.4 })).toBe('46\u00a0%');
    const labels = { label: 'worth', unit: 'labels', digits: 0, figures: 2, scale: 1 };
    expect(inShownAgainst(524.9, labels, { atMost: 520 })).toBe('525\u00a0labels');
  });

  it('is said in a word where it holds or does not', () => {
    const lamp = {
      label: 'lamp',
      unit: undefined,
      digits: 0,
      scale: 1,
      says: ['off', 'lit'],
    } as const;
    expect([0, 1].map((value) => inShown(value, lamp))).toEqual(['off', 'lit']);
    expect(limitWords({ atLeast: 1 }, lamp)).toBe('is lit');
  });

  it('is rounded alike in a sentence and in a picture', () => {
    const labels = { label: 'worth', unit: 'labels', digits: 0, figures: 2, scale: 1 };
    expect(inShown(524.9, labels)).toBe('520\u00a0labels');
    expect(inShownUnit(524.9, labels)).toBe(inShown(524.9, labels));
  });

  it('as a bound keeps its own figures', () => {
    expect(limitWords({ atMost: 200 }, ms)).toBe('at most 200\u00a0ms');
    expect(limitWords({ atLeast: 0.105, below: 0.2 }, share)).toBe(
      'at least 10.5\u00a0%, below 20\u00a0%',
    );
  });
});
