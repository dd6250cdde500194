/** Two hundred runs in one page: what the page holds must stop growing. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Locator, Page } from 'playwright';
import type { Attack } from '../attack.ts';
import {
  firstRest,
  openExperiment,
  runOnce,
  watchedPage,
  type Found,
  type Ground,
} from './book.ts';

const RUNS = 200;
/** By then the caches of an experiment are full (20 outcomes), and all code has come. */
const WARM = 40;
/** The machine may be slow: so long at most for one experiment, in milliseconds, and so many runs at least. */
const LONG = 200_000;
const LEAST = 60;
/** How much more there may be at the end than at `WARM`: records and names of runs are kept, drawings and listeners are not. */
const MAY_GROW = {
  heap: 1_500_000,
  nodes: 300,
  listeners: 20,
  workers: 0,
  /** The heap of the worker; what TF.js keeps there is in it, tensors on WASM are in the process. */
  worker: 500_000,
  process: 40_000_000,
};

/** A page of memory as Linux counts it, in bytes. */
const PAGE_OF_MEMORY = 4096;

type Held = Readonly<Record<keyof typeof MAY_GROW, number>>;

/** Runs every experiment again and again, each with another seed or another value of its first control. */
export async function twoHundredRuns(by: Attack, ground: Ground): Promise<void> {
  for (const found of ground.experiments) {
    await by.try(`${RUNS} runs of ${found.id}`, () => runAgain(by, ground, found));
  }
}

async function runAgain(by: Attack, ground: Ground, found: Found): Promise<void> {
  const context = await ground.browser.newContext({
    viewport: { width: 1280, height: 900 },
  });
  try {
    const { page, errors } = await watchedPage(context);
    const element = await openExperiment(page, ground.at(found.lesson, '?backend=wasm'), found.id);
    const session = await context.newCDPSession(page);
    const start = Date.now();
    let before: Held | undefined;
    let runs = 0;
    for (; runs < RUNS && by.hasTime && (runs < LEAST || Date.now() - start < LONG); runs += 1) {
      if (runs === WARM) before = await heldBy(session, page, ground.browser);
      await another(element, runs);
      // What answers at once is running by now, and another press would stop it.
      const state = found.waits ? await runOnce(element) : await firstRest(element);
      if (state !== 'done') throw new Error(`run ${runs + 1} ended ${state}`);
      by.did();
    }
    const after = await heldBy(session, page, ground.browser);
    by.say(`${found.id}, ${runs} runs: ${told(before, after)}`);
    if (!before) by.say(`${found.id}: too few runs to tell whether memory grows`);
    else tooMuch(by, `${runs} runs of ${found.id}`, before, after);
    for (const error of errors) by.fell(`${RUNS} runs of ${found.id}`, error);
  } finally {
    await context.close();
  }
}

/** Other settings than those of the last forty runs, so that nothing is answered from what is kept. */
async function another(element: Locator, run: number): Promise<void> {
  await element.evaluate((one: HTMLElement, i) => {
    const seed = one.querySelector<HTMLButtonElement>('[data-does="seed"]:not([hidden])');
    if (seed) {
      seed.click();
      return;
    }
    const field = one.querySelector<HTMLInputElement>('[data-param] input[type="number"]');
    if (!field) return;
    const [min, max] = [Number(field.min), Number(field.max)];
    field.value = String(min + ((i + 1) % (max - min + 1)));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, run);
}

/** What the page holds after a collection, and what its process holds where that can be read. */
async function heldBy(session: CDPSession, page: Page, browser: Browser): Promise<Held> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number =>
    metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    workers: page.workers().length,
    worker: await workerHeap(session),
    process: await residentSize(browser),
  };
}

/** The heaps of the page's workers together after a collection, in bytes. */
async function workerHeap(session: CDPSession): Promise<number> {
  const ids: string[] = [];
  const sizes: number[] = [];
  const onWorker = ({ sessionId }: { readonly sessionId: string }): void =>
    void ids.push(sessionId);
  const onAnswer = ({ message }: { readonly message: string }): void => {
    const { result } = JSON.parse(message) as { readonly result?: { readonly usedSize?: number } };
    if (result?.usedSize !== undefined) sizes.push(result.usedSize);
  };
  session.on('Target.attachedToTarget', onWorker);
  session.on('Target.receivedMessageFromTarget', onAnswer);
  const attach = (autoAttach: boolean): Promise<unknown> =>
    session.send('Target.setAutoAttach', {
      autoAttach,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  await attach(true);
  const methods = ['HeapProfiler.enable', 'HeapProfiler.collectGarbage', 'Runtime.getHeapUsage'];
  for (const sessionId of ids) {
    for (const [id, method] of methods.entries()) {
      await session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
    }
  }
  for (let i = 0; i < 100 && sizes.length < ids.length; i += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await attach(false);
  session.off('Target.attachedToTarget', onWorker);
  session.off('Target.receivedMessageFromTarget', onAnswer);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The memory of the browser's renderers together, workers included, in bytes; 0 where the system does not tell. */
async function residentSize(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.map(({ type, id }) => {
    try {
      const pages = Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
      return type === 'renderer' ? pages * PAGE_OF_MEMORY : 0;
    } catch {
      return 0;
    }
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

function told(before: Held | undefined, after: Held): string {
  return Object.entries(after)
    .map(([name, value]) => `${name} ${before?.[name as keyof Held] ?? '?'} → ${value}`)
    .join(', ');
}

function tooMuch(by: Attack, where: string, before: Held, after: Held): void {
  for (const [name, most] of Object.entries(MAY_GROW)) {
    const key = name as keyof Held;
    const grown = after[key] - before[key];
    if (grown > most)
      by.fell(where, `${name} grew by ${grown} from ${before[key]}; at most ${most} is meant`);
  }
}
