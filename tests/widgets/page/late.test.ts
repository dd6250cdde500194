import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LATE_AFTER, sayWhenLate } from '../../../widgets/page/late.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('of code that comes in time nothing is said', async () => {
  const say = vi.fn();
  expect(await sayWhenLate(Promise.resolve(7), say)).toBe(7);
  await vi.advanceTimersByTimeAsync(2 * LATE_AFTER);
  expect(say).not.toHaveBeenCalled();
});

it('code that does not come is said to be late, until it comes or fails', async () => {
  for (const fails of [false, true]) {
    const say = vi.fn();
    let settle = (): void => undefined;
    const code = new Promise<void>((resolve, reject) => {
      settle = () => (fails ? reject(new Error('offline')) : resolve());
    });
    const end = sayWhenLate(code, say).catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(LATE_AFTER);
    expect(say.mock.lastCall?.[0]).toMatch(/check your connection and reload the page/);
    settle();
    expect(await end).toBe(fails ? 'failed' : undefined);
    expect(say.mock.lastCall).toEqual(['']);
  }
});
