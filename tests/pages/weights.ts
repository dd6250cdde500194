/** How much a page asks of its reader's line and patience. Call both before the page is opened. */
import { type Page } from './book.ts';

/** Bytes as they came over the wire, fonts apart; `text` and `fonts` give what has come by now. */
export async function weigh(page: Page): Promise<{ text: () => number; fonts: () => number }> {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  await session.send('Network.enable');
  const sum = (fonts: boolean): number =>
    [...bytes]
      .filter(([id]) => (kinds.get(id) === 'Font') === fonts)
      .reduce((total, [, size]) => total + size, 0);
  return { text: () => sum(false), fonts: () => sum(true) };
}

/** Notes from the first moment on how far the page's parts have been moved about. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const moved = { sum: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as never as { moved: { sum: number } }).moved.sum);
}
