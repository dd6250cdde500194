import { expect, test, vi } from 'vitest';
import { defaults, type AnySettings } from '../../../widgets/kit/contract/params.ts';
import { comparison } from '../../../widgets/kit/draw/comparison.ts';
import { resultOf, type RunResult } from '../../../widgets/kit/record/run-record.ts';
import type { Instance } from '../../../widgets/page/instance.ts';
import { Pin } from '../../../widgets/page/pin.ts';
import { toy, toyParams } from '../kit/toy.ts';

const start: AnySettings = defaults(toyParams);
const run = (y: number, changes: AnySettings = {}): RunResult =>
  resultOf(toy, { ...start, ...changes }, { y });
const compared = (before: RunResult, after: RunResult): string =>
  comparison(toy, before, after).markup.replaceAll('\u00a0', ' ');

test('two runs of the same settings ask for a change', () => {
  expect(compared(run(5), run(5))).toBe(
    '<p>Pinned. Change a setting, and what changes with it is listed here.</p>',
  );
});

test('a setting is named by what its control shows, and each measure with its change', () => {
  const text = compared(run(50), run(30, { colour: 'blue', slope: 7 }));
  expect(text).toContain('Slope: 3 → 7; Colour: Red → Blue');
  expect(text).toContain('<td>50.0 ms</td><td>30.0 ms</td><td>−20.0 ms</td>');
  // Of shares the difference is in points.
  expect(text).toContain('<td>50 %</td><td>30 %</td><td>−20 points</td>');
});

test('what has not moved is named below, and a value that has gone leaves no change', () => {
  expect(compared(run(5), run(0, { x: 0 }))).toMatch(/Part.*<td>5 %<\/td><td>no value<\/td><td>–/);
  const still = compared(run(50), run(50.01, { x: 3 }));
  expect(still).not.toContain('<table>');
  expect(still).toContain('Unchanged: height, part.');
});

/** An element as far as a pin needs one. */
function fake(): { attributes: Map<string, string>; hidden: boolean; innerHTML: string } & {
  setAttribute(name: string, value: string): void;
} {
  const attributes = new Map<string, string>();
  return {
    attributes,
    hidden: true,
    innerHTML: '',
    setAttribute: (name, value) => void attributes.set(name, value),
  };
}

test('a pin shows its run, then what has changed since, until it is let go', async () => {
  const [button, place] = [fake(), fake()];
  const stage = { part: (name: string) => (name === 'pin' ? button : place) };
  const instance = { widget: toy, stage, tell: vi.fn(), announcer: { say: vi.fn() } };
  const here = instance as unknown as Instance;
  const pin = new Pin(here);
  pin.compare(run(5));
  expect([place.hidden, place.innerHTML, here.pinned]).toEqual([true, '', undefined]);
  const pinned = run(5);
  pin.set(pinned);
  expect([here.pinned, place.hidden, button.attributes.get('aria-pressed')]).toEqual([
    pinned,
    false,
    'true',
  ]);
  await vi.waitFor(() => expect(place.innerHTML).toContain('Change a setting'));
  pin.compare(run(30, { x: 10 }));
  await vi.waitFor(() => expect(place.innerHTML).toContain('Place: 2 → 10'));
  pin.set(undefined);
  expect([here.pinned, place.hidden, button.attributes.get('aria-pressed')]).toEqual([
    undefined,
    true,
    'false',
  ]);
});
