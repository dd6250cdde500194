/** Two states of one work as one: of two tabs, of two places, of a backup. Nothing that either has is lost, whichever comes first. */
import { lastLink, linked } from '../submission/chain.ts';
import type { Log, LogEntry } from '../submission/submission.ts';
import type { Done, Work } from './work.ts';

/** Of each item what was done later, and a log in which nothing is missing; of the works of two students the later one. */
export function united(ours: Work, theirs: Work): Work {
  const [older, newer] = isLater(ours, theirs) ? [theirs, ours] : [ours, theirs];
  if (ours.session !== theirs.session) return newer;
  const items: Record<string, Done> = { ...older.items };
  for (const [id, done] of Object.entries(newer.items)) {
    const other = Object.hasOwn(items, id) ? items[id] : undefined;
    items[id] = other ? bothOf(done, other) : done;
  }
  return { ...newer, items, log: joined(newer.log, older.log) };
}

/** The same whichever of the two is asked: what came equally late is told apart by what it is. */
function isLater<T extends { readonly at: number }>(a: T, b: T): boolean {
  return a.at === b.at ? JSON.stringify(a) >= JSON.stringify(b) : a.at > b.at;
}

/** The later answer; but a hint that was opened in either is open. */
function bothOf(a: Done, b: Done): Done {
  const later = isLater(a, b) ? a : b;
  if (a.version !== b.version) return later;
  const most = (of: (one: Done) => number): number => Math.max(of(a), of(b));
  const minutes = most((one) => one.minutes ?? 0);
  return {
    ...later,
    hints: most((one) => one.hints),
    tries: most((one) => one.tries),
    ...(minutes > 0 && { minutes }),
  };
}

/**
 * One log with what another has more often, tied on behind its own. Links tell nothing: what was tied on before has others.
 * The result is never shorter than either, for of two hand-ins of one ticket the one in which more was done is the later.
 */
function joined(log: Log, other: Log): Log {
  if (log.before.count < other.before.count) return joined(other, log);
  // Of this one so many entries are only counted; those of the other one may be the very same.
  const at = log.before.count - other.before.count;
  const begins = other.entries.slice(0, at);
  if (at > 0 && begins.length === at && begins.at(-1)?.link === log.before.link) {
    const whole = { before: other.before, entries: [...begins, ...log.entries] };
    return tiedOn(whole, { ...other, entries: other.entries.slice(at) }, log.entries);
  }
  if (at > 0 && stepsOf(other) > log.before.count)
    return tiedOn(other, log, other.entries.slice(at));
  return tiedOn(log, { ...other, entries: other.entries.slice(at) }, log.entries);
}

/** How much was done, as far as a log tells. */
const stepsOf = ({ before, entries }: Log): number => before.count + entries.length;

/** A log with those entries of another that are not known. */
function tiedOn(log: Log, other: Log, knows: readonly LogEntry[]): Log {
  const known = new Map<string, number>();
  for (const entry of knows) known.set(nameOf(entry), (known.get(nameOf(entry)) ?? 0) + 1);
  const more = other.entries.filter((entry) => {
    const left = known.get(nameOf(entry)) ?? 0;
    known.set(nameOf(entry), left - 1);
    return left <= 0;
  });
  if (more.length === 0) return log;
  const entries = [...log.entries];
  let last = lastLink(log);
  for (const entry of more) {
    const tied = linked(last, entry);
    entries.push(tied);
    last = tied.link;
  }
  return { ...log, entries };
}

const nameOf = ({ item, what, value }: LogEntry): string => JSON.stringify([item, what, value]);

/**
 * What a student has done here, and what they have done elsewhere, as one work under the ticket from elsewhere: both browsers
 * hand in as one then. The number is the same. Of two tickets no count says which answer is later: the one that comes holds.
 */
export function carriedOn(here: Work, comes: Work): Work {
  if (here.session === comes.session) return united(here, comes);
  const items: Record<string, Done> = { ...here.items };
  for (const [id, done] of Object.entries(comes.items)) {
    const own = Object.hasOwn(items, id) ? items[id] : undefined;
    const isNone = done.answer === null && done.runs.length === 0;
    if (own)
      items[id] = isNone ? bothOf({ ...done, at: -1 }, own) : bothOf(done, { ...own, at: -1 });
    else items[id] = done;
  }
  const log = tiedOn(comes.log, here.log, comes.log.entries);
  return { ...comes, items, log, at: Math.max(here.at, comes.at) };
}
