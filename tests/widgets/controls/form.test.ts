import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controls } from '../../../widgets/controls/form.ts';
import { loadWidgets } from '../../../widgets/index.ts';
import type { Table } from '../../../widgets/kit/contract/params.ts';

const number = { kind: 'number', place: 'first', min: 0, max: 9, step: 1, default: 1 } as const;
const table = {
  who: {
    kind: 'choice',
    label: 'Who',
    place: 'first',
    default: 'none',
    options: ['none', 'clock', 'bell', 'both'].map((value) => ({ value, label: value })),
  },
  hours: { ...number, label: 'Hours', counts: { with: 'who', at: ['clock', 'both'] } },
  always: { ...number, label: 'Always' },
  volume: { ...number, label: 'Volume', counts: { with: 'who', butAt: 'none' } },
} as const satisfies Table;

test('an option names the numbers that do not count while it is chosen, each by its place among those', () => {
  const html = controls(table, { who: 'none', hours: 1, always: 1, volume: 1 }, 'x', 'first')
    .map(({ markup }) => markup)
    .join('');
  const away = [...html.matchAll(/<option value="(\w+)"[^>]*?(?:data-away="([\d ]+)")?>/g)].map(
    ([, value, nth]) => [value, nth],
  );
  expect(away).toEqual([
    ['none', '0 1'],
    ['clock', undefined],
    ['bell', '0'],
    ['both', undefined],
  ]);
  const says = [
    ...html.matchAll(/<label for="x-(\w+)">[^<]*<span class="unused" data-nth="(\d)">/g),
  ];
  expect(says.map(([, name, nth]) => [name, nth])).toEqual([
    ['hours', '0'],
    ['volume', '1'],
  ]);
});

test('no experiment has more numbers that do not always count than the style sheet knows', async () => {
  const sheet = readFileSync('widgets/styles/controls.css', 'utf8');
  const known = [...sheet.matchAll(/option\[data-away~='(\d)'\]/g)].map(([, nth]) => Number(nth));
  expect(known).toEqual([0, 1]);
  for (const { tag, params } of Object.values(await loadWidgets())) {
    const numbers = Object.values(params as Table).filter((param) => param.kind === 'number');
    expect(numbers.filter(({ counts }) => counts).length, tag).toBeLessThanOrEqual(known.length);
  }
});
