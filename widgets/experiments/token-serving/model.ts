/** A run: requests are served, and what readers see of it is summed up. */
import { max, mean } from 'd3-array';
import type { Run } from '#kit/contract';
import { atFraction, hundredOf } from '#kit/numbers';
import { serve, type Log } from './engine.ts';
import { HALT, SPAN, type params, type TokenSettings } from './params.ts';
import { readTrace, requestsOf, type Requests, type Trace } from './requests.ts';

/** A request in the moments that are drawn; times in ms from their beginning on. */
export interface Job {
  readonly slot: number;
  readonly came: number;
  readonly start: number;
  readonly first: number;
  readonly end: number;
  readonly until: number;
}

/** How long things took: percentiles, and a hundred values that stand for a hundredth each, ascending. In ms. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly dots: readonly number[];
}

/** What a run yields. */
export interface TokenOutcome {
  /** Requests a second that can be served, if there are always some waiting. */
  readonly capacity: number;
  /** Times to the first token, and from request to last token; `null`: more come than can be served. */
  readonly first: Times | null;
  readonly whole: Times | null;
  readonly meanWait: number | null;
  /** Times between tokens, a mean for each answer, and the longest of each; `null`: all have only one. */
  readonly perToken: Times | null;
  readonly longest: Times | null;
  /** Shares: of answers that halt, of tokens that come after a halt, of the work on tokens done for answers that are complete. */
  readonly halted: number;
  readonly late: number;
  readonly wasted: number;
  /** Tokens a second. */
  readonly tokens: number;
  /** What is drawn: who waits as it begins, who is in a place, when texts halt. */
  readonly waiting: number;
  readonly come: readonly number[];
  readonly jobs: readonly Job[];
  readonly halts: readonly (readonly [number, number])[];
}

/** Serves the requests of these settings. */
function outcomeOf(settings: TokenSettings, trace: Trace): TokenOutcome {
  const requests = requestsOf(settings, trace);
  const log = serve(settings, requests);
  const { arrival, start, first, end, output, longest } = log;
  const count = arrival.length;
  const warm = Math.ceil(count / 10);
  const some = (of: (i: number) => number, keep: (i: number) => boolean = () => true) => {
    const list: number[] = [];
    for (let i = warm; i < count; i += 1) if (keep(i)) list.push(of(i));
    return Float64Array.from(list);
  };
  const since = (times: Float64Array) => (i: number) =>
    (times[i] as number) - (arrival[i] as number);
  const goesOn = (i: number): boolean => (output[i] as number) > 1;
  const capacity = capacityOf(settings, requests);
  const isStable = settings.rate < capacity;
  const waits = some(since(start));
  const halting = some((i) => longest[i] as number, goesOn);
  const elapsed = ((max(end) ?? 0) - (arrival[0] as number)) / 1000;
  return {
    capacity,
    first: isStable ? timesOf(some(since(first))) : null,
    whole: isStable ? timesOf(some(since(end))) : null,
    meanWait: isStable ? (mean(waits) ?? null) : null,
    perToken: timesOf(
      some(
        (i) => ((end[i] as number) - (first[i] as number)) / ((output[i] as number) - 1),
        goesOn,
      ),
    ),
    longest: timesOf(halting),
    halted: halting.filter((pause) => pause > HALT).length / (count - warm),
    late: log.written > 0 ? log.late / log.written : 0,
    wasted: log.idle > 0 ? log.idle / (log.idle + log.written) : 0,
    tokens: (log.written + count) / elapsed,
    ...cutOf(log),
  };
}

function timesOf(values: Float64Array): Times | null {
  if (values.length === 0) return null;
  values.sort();
  const at = (fraction: number): number => atFraction(values, fraction, 'nearest');
  return { p50: at(0.5), p99: at(0.99), dots: hundredOf(values) };
}

/** So many requests tell what a machine can do that is never without work. */
const ENOUGH = 4000;

/** What a machine does that always has somebody waiting: the same requests, all there from the start. */
function capacityOf(settings: TokenSettings, { prompt, output }: Requests): number {
  const some = Math.min(ENOUGH, prompt.length);
  const { start } = serve(settings, {
    arrival: new Float64Array(some),
    prompt: prompt.subarray(0, some),
    output: output.subarray(0, some),
  });
  return (1000 * (some - settings.slots)) / (start[some - 1] as number);
}

/** Where in a run the moments that are drawn begin. */
const WATCHED = 0.3;

/** The moments that are drawn. */
function cutOf(log: Log): Pick<TokenOutcome, 'waiting' | 'come' | 'jobs' | 'halts'> {
  const { arrival, slot, start, first, end, until } = log;
  const from = arrival[Math.floor(WATCHED * arrival.length)] as number;
  const to = from + SPAN;
  const jobs: Job[] = [];
  const come: number[] = [];
  let waiting = 0;
  for (let i = 0; i < arrival.length; i += 1) {
    const at = (times: Float64Array): number => (times[i] as number) - from;
    const [came, began] = [at(arrival), at(start)];
    if (came < 0 && began >= 0) waiting += 1;
    if (came >= 0 && came < SPAN) come.push(came);
    if (began < SPAN && at(until) > 0)
      jobs.push({
        slot: slot[i] as number,
        came,
        start: began,
        first: at(first),
        end: at(end),
        until: at(until),
      });
  }
  const halts = log.halts
    .filter(([begin, over]) => over > from && begin < to)
    .map(([begin, over]) => [begin - from, over - from] as const);
  return { waiting, come, jobs, halts };
}

/** The run behind the widget. A hundred thousand requests take less than a second, so there is nothing to show on the way. */
export const runTokenServing: Run<typeof params, TokenOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, await readTrace(settings, env)), 1);
};
