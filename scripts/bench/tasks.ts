/** The longest task of a page's main thread between two of its marks, read from a trace. */
import type { Browser, Page } from 'playwright';

/** The longest of the tasks, in milliseconds. */
export interface Longest {
  /** By the thread's own clock, which stands still while it waits: true on a busy machine too. */
  readonly busy: number;
  /** What the longest by its own clock did: the steps that took most of it. */
  readonly did: string;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const CATEGORIES = ['blink.user_timing', 'devtools.timeline', 'toplevel'];

/** Traces `work`; the answer tells the longest task between the marks `NAME:from` and `NAME:to` that the work set, each time it set them. */
export async function traced(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<(name: string) => Longest> {
  const events = await trace(browser, page, work);
  return (name) => {
    const [from, to] = [marksIn(events, `${name}:from`), marksIn(events, `${name}:to`)];
    return longestOf(events, to[0] as TraceEvent, ({ ts, ...one }) =>
      from.some((mark, i) => endOf({ ts, ...one }) > mark.ts && ts < (to[i]?.ts ?? Infinity)),
    );
  };
}

async function trace(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  // A trace that goes on would be in the way of the next one.
  const buffer = await work().then(
    () => browser.stopTracing(),
    async (error: unknown) => {
      await browser.stopTracing();
      throw error;
    },
  );
  return (JSON.parse(buffer.toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The longest of the tasks that count, on the thread that set a mark. A trace without any is an error, not a zero. */
function longestOf(
  events: readonly TraceEvent[],
  { pid, tid, name }: TraceEvent,
  counts: (task: TraceEvent) => boolean,
): Longest {
  const here = events.filter((one) => one.ph === 'X' && one.pid === pid && one.tid === tid);
  const tasks = outermost(here).filter(counts);
  const [first] = tasks;
  if (!first) throw new Error(`The trace has no task that belongs to ${name}.`);
  const longest = tasks.reduce((a, b) => (workOf(b) > workOf(a) ? b : a), first);
  return { busy: workOf(longest) / 1000, did: stepsOf(longest, here) };
}

/** Tasks: what lies in nothing else. Not all have the name of one; what follows a promise may stand by itself. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((one) => {
      const isOutside = one.ts >= end;
      if (isOutside) end = endOf(one);
      return isOutside;
    });
}

function marksIn(events: readonly TraceEvent[], name: string): readonly TraceEvent[] {
  const found = events
    .filter((one) => one.cat.includes('blink.user_timing') && one.name === name)
    .sort((a, b) => a.ts - b.ts);
  if (found.length === 0) throw new Error(`The trace has no mark ${name}.`);
  return found;
}

/** Microseconds that the thread worked. */
function workOf({ tdur, dur }: TraceEvent): number {
  return tdur ?? dur ?? 0;
}

function endOf({ ts, dur }: TraceEvent): number {
  return ts + (dur ?? 0);
}

function stepsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  return events
    .filter((one) => one !== task && one.ts >= task.ts && endOf(one) <= endOf(task))
    .filter((one) => !one.name.endsWith('RunTask') && workOf(one) > workOf(task) / 8)
    .sort((a, b) => workOf(b) - workOf(a))
    .slice(0, 6)
    .map((one) => `${one.name} ${(workOf(one) / 1000).toFixed(1)} ms`)
    .join(', ');
}

/** Sets a mark that the trace will carry. */
export async function mark(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => void performance.mark(text), name);
}
