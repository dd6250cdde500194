import { afterEach, expect, test, vi } from 'vitest';
import { closeAll, closesAtTheEnd } from '../../scripts/bench/closing.ts';
import { Figures } from '../../scripts/bench/figures.ts';
import { needsBook, partsOf } from '../../scripts/bench/named.mjs';
import { SMALLEST, sizesOf } from '../../scripts/bench/parts.ts';

afterEach(() => vi.restoreAllMocks());

test('parts are asked for by name, trials by number; the long ones only by name', () => {
  const how = { values: { trials: '3' }, flags: [] };
  expect(partsOf(['pages', 'queue'])).toEqual(['queue', 'pages']);
  expect(partsOf([])).not.toContain('bank');
  expect(partsOf(['sweeps', 'bank']).some(needsBook)).toBe(false);
  expect(partsOf([]).some(needsBook)).toBe(true);
  expect(sizesOf(how)).toMatchObject({ trials: 3, models: 11 });
  expect(sizesOf({ ...how, flags: ['smallest'] })).toEqual(SMALLEST);
});

test('figures are said as they come, and values of one name make one row', () => {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const figures = new Figures();
  expect(figures.table()).toBe('Nothing was measured.');
  for (const ms of [30, 40, 90]) {
    figures.add({ name: 'stop', unit: 'ms', values: [ms], limit: 50 });
  }
  expect(said.mock.calls.map(([line]) => line as string)).toEqual([
    '  stop: 30.0 ms',
    '  stop: 40.0 ms',
    '  stop: 90.0 ms',
  ]);
  expect(figures.table()).toMatch(/stop +40\.0 ms +90\.0 ms +50\.0 ms +kept/);
  expect(figures.allKept).toBe(true);
  figures.add({ name: 'start', unit: 'ms', values: [60], limit: 50 });
  expect(figures.allKept).toBe(false);
  expect(figures.table()).toContain('2 limits, 1 broken.');
});

test('what was opened is closed once, the latest first, whatever one of them throws', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const closed: string[] = [];
  closesAtTheEnd(() => closed.push('server'));
  closesAtTheEnd(() => {
    throw new Error('stuck');
  });
  const early = closesAtTheEnd(() => closed.push('folder'));
  closesAtTheEnd(() => closed.push('browser'));
  await early();
  await closeAll();
  await closeAll();
  expect(closed).toEqual(['folder', 'browser', 'server']);
});
