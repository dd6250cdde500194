/** The longest task of a page's main thread between two of its marks, read from a trace. */
import type { Browser, Page } from 'playwright';

/** The longest of the tasks, in milliseconds. */
export interface Longest {
  /** By the clock: on a busy machine that includes waiting for a core. */
  readonly wall: number;
  /** By the thread's own clock, which stands still while it waits; possibly another task. */
  readonly busy: number;
  /** What the longest by the clock did: the steps that took most of it. */
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

const CATEGORIES = ['blink.user_timing', 'disabled-by-default-devtools.timeline', 'toplevel'];

/** Traces `work`; the answer tells the longest task between the marks `NAME:from` and `NAME:to` that the work set. */
export async function traced(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<(name: string) => Longest> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const buffer = await browser.stopTracing();
  const { traceEvents } = JSON.parse(buffer.toString('utf8')) as { traceEvents: TraceEvent[] };
  return (name) => longestTask(traceEvents, name);
}

/** Between the marks of a name, on the thread that set them. A trace without marks or tasks is an error, not a zero. */
function longestTask(events: readonly TraceEvent[], name: string): Longest {
  const [from, to] = [markIn(events, `${name}:from`), markIn(events, `${name}:to`)];
  const here = events.filter(
    (one) => one.ph === 'X' && one.pid === from.pid && one.tid === from.tid,
  );
  const tasks = here.filter(
    (one) => one.name.endsWith('RunTask') && endOf(one) > from.ts && one.ts < to.ts,
  );
  const longest = tasks.reduce((a, b) => ((b.dur ?? 0) > (a.dur ?? 0) ? b : a), from);
  if (longest === from) throw new Error(`The trace has no task between the marks of ${name}.`);
  const busy = Math.max(...tasks.map(({ tdur, dur }) => tdur ?? dur ?? 0));
  return { wall: (longest.dur ?? 0) / 1000, busy: busy / 1000, did: stepsOf(longest, here) };
}

function markIn(events: readonly TraceEvent[], name: string): TraceEvent {
  const found = events.find((one) => one.cat.includes('blink.user_timing') && one.name === name);
  if (!found) throw new Error(`The trace has no mark ${name}.`);
  return found;
}

function endOf({ ts, dur }: TraceEvent): number {
  return ts + (dur ?? 0);
}

function stepsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  return events
    .filter((one) => one !== task && one.ts >= task.ts && endOf(one) <= endOf(task))
    .filter((one) => !one.name.endsWith('RunTask') && (one.dur ?? 0) > (task.dur ?? 0) / 5)
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 4)
    .map(({ name, dur, tdur }) => `${name} ${ms(dur)} (worked ${ms(tdur)})`)
    .join(', ');
}

function ms(microseconds = 0): string {
  return `${(microseconds / 1000).toFixed(1)} ms`;
}

/** Sets a mark that the trace will carry. */
export async function mark(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => void performance.mark(text), name);
}
