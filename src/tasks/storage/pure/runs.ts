/** What was run, bounded in characters: of each experiment the last run and the number of runs, and the latest others as far as there is room. */
import type { RunRecord } from '../../../../widgets/kit/record/run-record.ts';
import { readJson } from './bounded-json.ts';
import { isLoose } from './guards.ts';
import type { Part } from './parts.ts';
import { isInstanceRuns, isWorkRun } from './shapes.ts';
import { byTime, timed, type Timed } from './time.ts';
import type { InstanceRuns, Runs, WorkRun } from './work.ts';

/** All runs together, as JSON, in characters: a few hundred as they usually are, twenty of the longest. */
const RUNS_MOST = 200_000;
/** One run; three settings of text fit into it. */
export const RUN_LONGEST = 10_000;
/** Different runs of one experiment. */
const RECENT = 12;
/** Experiments; a book has some dozens. */
const INSTANCES = 300;

const NONE: InstanceRuns = { count: 0, recent: [] };

/** The runs of an experiment. */
export function runsOf(runs: Runs, instance: string): InstanceRuns {
  return (Object.hasOwn(runs, instance) ? runs[instance] : undefined) ?? NONE;
}

/** The runs with one more; done again, a run takes the last place and stands there once. */
export function addRun(runs: Runs, instance: string, run: WorkRun): Runs {
  const { count, recent } = runsOf(runs, instance);
  return { ...runs, [instance]: { count: count + 1, recent: latest([...recent, run]) } };
}

/** Both together. Takes the larger count, so that a file loaded twice counts once; runs from two devices may be undercounted. */
export function mergeRuns(ours: Runs, theirs: Runs): Runs {
  const merged = Object.entries(theirs).map(([instance, their]): [string, InstanceRuns] => {
    const own = runsOf(ours, instance);
    const recent = latest([...their.recent, ...own.recent]);
    return [instance, { count: Math.max(own.count, their.count, recent.length), recent }];
  });
  return { ...ours, ...Object.fromEntries(merged) };
}

/** Oldest first, each run once, with the time that it was last done. */
function latest(runs: readonly WorkRun[]): readonly WorkRun[] {
  const sorted = runs.toSorted(byTime);
  const last = new Map(sorted.map((one) => [nameOf(one.run), one]));
  return sorted.filter((one) => last.get(nameOf(one.run)) === one).slice(-RECENT);
}

/** The same for runs with the same outcome. Not `runKey`: a file that questions and experiments share is one more to fetch. */
function nameOf({ widget, version, settings }: RunRecord): string {
  return JSON.stringify([widget, version, Object.entries(settings).sort()]);
}

/** As many of the latest runs as there is room for; an experiment keeps its last one as long as any can give way. */
export function boundedRuns(runs: Runs): Runs {
  const entries = Object.entries(runs)
    .toSorted(([, a], [, b]) => byTime(lastOf(b), lastOf(a)))
    .slice(0, INSTANCES);
  let room = RUNS_MOST - entries.reduce((sum, [name]) => sum + name.length + 50, 0);
  const kept = new Set<WorkRun>();
  const take = (list: readonly WorkRun[]): void => {
    for (const one of list.toSorted((a, b) => byTime(b, a))) {
      room -= JSON.stringify(one).length + 1;
      if (room < 0) return;
      kept.add(one);
    }
  };
  take(entries.flatMap(([, { recent }]) => recent.slice(-1)));
  take(entries.flatMap(([, { recent }]) => recent.slice(0, -1)));
  return Object.fromEntries(
    entries.map(([name, { count, recent }]) => [
      name,
      { count, recent: recent.filter((one) => kept.has(one)) },
    ]),
  );
}

function lastOf({ recent }: InstanceRuns): Timed {
  return recent.at(-1) ?? { time: '' };
}

/** The runs in a text of the browser's storage. Throws an Error when there are none in it. */
export function runsIn(text: string): [Runs, readonly Part[]] {
  const value = readJson(text);
  if (!isLoose(value)) throw new Error('runs');
  return readRuns(value);
}

/** The runs in a value, and what of it cannot be read. */
export function readRuns(value: unknown): [Runs, readonly Part[]] {
  if (!isLoose(value)) return [{}, [{ of: 'runs', where: 'runs', name: '', value }]];
  const runs: [string, InstanceRuns][] = [];
  const broken: Part[] = [];
  for (const [name, given] of Object.entries(value)) {
    const where = `runs.${name}`;
    if (!isInstanceRuns(given) || !/^[a-z][\w-]{0,99}$/i.test(name)) {
      broken.push({ of: 'runs', where, name, value: given });
      continue;
    }
    const all = given.recent.map(timed);
    const isKept = (one: unknown): one is WorkRun =>
      isWorkRun(one) && JSON.stringify(one).length <= RUN_LONGEST;
    const recent = latest(all.filter(isKept));
    const others = given.recent.filter((_, i) => !isKept(all[i]));
    for (const [i, one] of others.entries()) {
      broken.push({ of: 'runs', where: `${where}.recent[${i}]`, name, value: one });
    }
    runs.push([name, { ...given, count: Math.max(given.count, recent.length), recent }]);
  }
  return [Object.fromEntries(runs), broken];
}
