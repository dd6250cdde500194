import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { download } from '../../../../widgets/run/page/download.ts';
import { LIMITS } from '../../../../widgets/run/page/watch.ts';

const address = new URL('http://book/workers/sim.js');
const asked = vi.fn<typeof fetch>();
/** A body that the test feeds. */
function fed(): {
  readonly body: ReadableStream<Uint8Array>;
  readonly feed: ReadableStreamDefaultController<Uint8Array>;
} {
  let feed!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (control) => void (feed = control) });
  return { body, feed };
}
const get = (): Promise<Uint8Array> => download('workers/sim.js', address, 'no-cache');
/** What became of it: the bytes, or the sentence. */
const endOf = (work: Promise<Uint8Array>): Promise<string> =>
  work.then(
    (bytes) => [...bytes].join(),
    (error: unknown) => String(error),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  asked.mockReset();
});

describe('a file', () => {
  it('arrives whole, in as many parts as it takes', async () => {
    const { body, feed } = fed();
    asked.mockResolvedValue(new Response(body));
    feed.enqueue(Uint8Array.of(1, 2));
    feed.enqueue(Uint8Array.of(3));
    feed.close();
    expect([...(await get())]).toEqual([1, 2, 3]);
  });

  it.each([404, 500, 204])(
    'that the server answers with %s could not be loaded',
    async (status) => {
      asked.mockResolvedValue(new Response(status === 204 ? null : 'Sorry', { status }));
      await expect(get()).rejects.toMatchObject({
        name: 'DataFault',
        message: expect.stringMatching(/could not be loaded. Check your connection/),
      });
    },
  );

  it('that breaks off on its way could not be loaded', async () => {
    const { body, feed } = fed();
    asked.mockResolvedValue(new Response(body));
    feed.enqueue(Uint8Array.of(1));
    feed.error(new TypeError('network error'));
    await expect(get()).rejects.toThrow(/could not be loaded/);
  });

  it.each([
    ['before its first byte', 0],
    ['half-way', 3],
  ])('that stops coming %s is given up after seconds of silence, and said', async (_, parts) => {
    const { body, feed } = fed();
    asked.mockImplementation(() =>
      parts === 0 ? new Promise(() => undefined) : Promise.resolve(new Response(body)),
    );
    const end = vi.fn();
    void endOf(get()).then(end);
    for (let part = 0; part < parts; part += 1) {
      feed.enqueue(Uint8Array.of(part));
      // Slow, but coming.
      await vi.advanceTimersByTimeAsync(LIMITS.quiet - 2 * LIMITS.tick);
    }
    expect(end).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(LIMITS.quiet + 2 * LIMITS.tick);
    expect(end).toHaveBeenCalledWith(
      'DataFault: The file workers/sim.js is not coming: nothing has arrived for 8 seconds. Check your connection and press run again.',
    );
    expect(asked.mock.lastCall?.[1]?.signal?.aborted).toBe(true);
  });
});
