// The short way of writing params and measures gives what is written out in full, and the same types.
import { expect, expectTypeOf, test } from 'vitest';
import type { Settings, Table } from '../../../../widgets/kit/contract/params.ts';
import {
  amount,
  choice,
  first,
  ifKnown,
  measure,
  more,
  preset,
  revealed,
  seed,
  share,
  whole,
} from '../../../../widgets/kit/contract/shorthand.ts';

const table = {
  calls: { ...first('Calls'), ...whole({ min: 1, max: 9, default: 2 }), scale: 'log' },
  cost: { ...more('Cost'), ...amount({ min: 0, max: 1, step: 0.1, default: 0.5 }), unit: 'ms' },
  remedy: { ...revealed('Remedy'), ...choice({ none: 'none', half: 'one half' }, 'half') },
  seed: seed('Draws the pages.', 99, 2),
} as const satisfies Table;

test('a table written short is the table written out', () => {
  const number = { kind: 'number' } as const;
  expect(table).toEqual({
    calls: {
      ...number,
      label: 'Calls',
      place: 'first',
      min: 1,
      max: 9,
      step: 1,
      whole: true,
      default: 2,
      scale: 'log',
    },
    cost: {
      ...number,
      label: 'Cost',
      place: 'more',
      min: 0,
      max: 1,
      step: 0.1,
      default: 0.5,
      unit: 'ms',
    },
    remedy: {
      kind: 'choice',
      label: 'Remedy',
      place: 'first',
      after: 'reveal',
      options: [
        { value: 'none', label: 'none' },
        { value: 'half', label: 'one half' },
      ],
      default: 'half',
    },
    seed: {
      ...number,
      label: 'Seed',
      help: 'Draws the pages.',
      place: 'more',
      min: 1,
      max: 99,
      step: 1,
      whole: true,
      default: 1,
      spreadAt: [1, 2],
    },
  });
});

test('settings of a table written short have the types of one written out', () => {
  expectTypeOf<Settings<typeof table>>().toEqualTypeOf<{
    readonly calls: number;
    readonly cost: number;
    readonly remedy: 'none' | 'half';
    readonly seed: number;
  }>();
});

test('a preset is its name, its words and what differs', () => {
  const settings = { calls: 3 };
  expect(preset('three', 'Three calls', settings)).toEqual({
    id: 'three',
    label: 'Three calls',
    settings,
  });
});

test('of options the first stands at the start unless another is said; steps of whole numbers are 1 unless they are said', () => {
  const ways = { fast: 'at once', slow: 'in turn' };
  expect(choice(ways).default).toBe('fast');
  expect(choice(ways, 'slow').default).toBe('slow');
  expect(whole({ min: 0, max: 9, default: 1 }).step).toBe(1);
  expect(whole({ min: 0, max: 9, default: 1, step: 3, scale: 'log' })).toMatchObject({
    step: 3,
    scale: 'log',
  });
});

test('a measure has no decimals unless they are said, and a share its unit', () => {
  const of = (outcome: { readonly right: number }): number => outcome.right;
  expect(measure('Right', of)).toEqual({ label: 'Right', digits: 0, of });
  expect(share('Right', of, { digits: 1, better: 'more' })).toEqual({
    label: 'Right',
    unit: 'share',
    digits: 1,
    better: 'more',
    of,
  });
});

test('what follows from a missing number is missing for the same reason', () => {
  const missing = { why: 'nothing was asked' };
  expect(ifKnown(2, (value) => value / 4)).toBe(0.5);
  expect(ifKnown(missing, (value) => value / 4)).toBe(missing);
});
