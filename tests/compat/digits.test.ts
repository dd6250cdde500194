import { expect, test } from 'vitest';
import { ADDED, frozenPart, frozenRuns, repeat } from './digits.ts';
import { fixturesIn } from './fixture.ts';
import { tags } from './today-runs.ts';

test.each(tags('simulates'))('%s gives the digits, the words and the table that it gave', (tag) =>
  repeat(tag),
);

test('runs are frozen of every experiment, and no frozen one was taken away', () => {
  const all = [...tags('simulates'), ...tags('learns')];
  expect(fixturesIn('digits/')).toEqual(all.toSorted().map((tag) => `digits/${tag}.json`));
  const count = all.reduce((sum, tag) => sum + frozenRuns(tag).length, 0);
  expect(count).toBeGreaterThanOrEqual(134);
});

test('only what is listed as added is left out of what is compared', () => {
  for (const [tag, keys] of Object.entries(ADDED)) {
    const gained = (value: number) => Object.fromEntries(keys.map((key) => [key, value]));
    const frozen = frozenPart(tag, { ...gained(1), other: 2 });
    expect(frozenPart(tag, { ...gained(3), other: 2 })).toBe(frozen);
    expect(frozenPart(tag, { ...gained(1), other: 3 })).not.toBe(frozen);
    expect(frozenPart(tag, { ...gained(1), other: 2, another: 4 })).not.toBe(frozen);
  }
});

const [TAG = ''] = tags('simulates');

test('a version without frozen runs is given the lines to add', async () => {
  const older = frozenRuns(TAG).map((one) => ({ ...one, version: 0 }));
  const added = async (): Promise<string> => {
    const error: unknown = await repeat(TAG, older).catch((one: unknown) => one);
    return (error as Error).message;
  };
  const [head, ...lines] = (await added()).split('\n');
  expect(head).toContain(`tests/compat/fixtures/digits/${TAG}.json`);
  const frozen = JSON.parse(`[${lines.join('\n')}]`) as typeof older;
  expect(frozen.map(({ settings }) => settings)).toEqual(older.map(({ settings }) => settings));
  await repeat(TAG, [...older, ...frozen]);
});
