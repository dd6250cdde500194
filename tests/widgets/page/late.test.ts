import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAgain, LATE_AFTER, sayWhenLate } from '../../../widgets/page/late.ts';

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
    expect(say.mock.lastCall?.[0]).toMatch(
      /check your connection, then press again or reload the page/,
    );
    settle();
    expect(await end).toBe(fails ? 'failed' : undefined);
    expect(say.mock.lastCall).toEqual(['']);
  }
});

describe('pressing again', () => {
  const answer =
    (type: string, status = 200) =>
    (): Promise<Response> =>
      Promise.resolve(new Response('', { status, headers: { 'content-type': type } }));
  const press = async (fetch: () => Promise<Response>, isOut = true) => {
    const [say, reload] = [vi.fn(), vi.fn()];
    vi.stubGlobal('fetch', fetch);
    vi.stubGlobal('location', { reload });
    await askAgain(say, () => isOut);
    return { said: say.mock.calls.flat().join(' '), reloads: reload.mock.calls.length };
  };
  afterEach(() => vi.unstubAllGlobals());

  it('loads the page anew where its site answers', async () => {
    expect(await press(answer('text/javascript'))).toEqual({ said: 'Asking again.', reloads: 1 });
  });

  it.each([
    ['the line is down', () => Promise.reject(new TypeError('offline'))],
    ['another page comes', answer('text/html')],
    ['there is an error', answer('text/javascript', 502)],
  ])('says that there is no answer where %s', async (_, fetch) => {
    const { said, reloads } = await press(fetch);
    expect(said).toMatch(/no answer yet.*press again or reload/);
    expect(reloads).toBe(0);
  });

  it('leaves the page as it is where the code has come meanwhile', async () => {
    expect((await press(answer('text/javascript'), false)).reloads).toBe(0);
  });
});
