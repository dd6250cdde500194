/** Two hundred runs in one page: what the page holds must stop growing. */
import type { CDPSession, Locator, Page } from 'playwright';
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
};

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
      if (runs === WARM) before = await heldBy(session, page);
      await another(element, runs);
      // What answers at once is running by now, and another press would stop it.
      const state = found.waits ? await runOnce(element) : await firstRest(element);
      if (state !== 'done') throw new Error(`run ${runs + 1} ended ${state}`);
      by.did();
    }
    const after = await heldBy(session, page);
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

/** What the page holds after a collection. That learners leave no tensor behind, their tests see. */
async function heldBy(session: CDPSession, page: Page): Promise<Held> {
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
  };
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
