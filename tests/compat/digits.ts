/**
 * Repeats frozen runs and holds them against what was frozen: measures, the whole outcome, the sentence, the table. Words may
 * be mended, numbers may not: the line stays, and one below it with the same settings has the words of now. A run of an older
 * version gives what it gives today, and only has to be understood.
 */
import { expect } from 'vitest';
import { dataOf, fixturesIn } from './fixture.ts';
import { hashOf } from './frozen-form.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { measuresOf, openOlder, run, versionOf, type Reached } from './today-runs.ts';

/** A run as it was; a table is frozen as its hash or, where it is short, whole. */
export interface Frozen {
  /** The version of the experiment that gave it. */
  readonly version: number;
  /** Only what differs from the defaults. */
  readonly settings: AnySettings;
  readonly measures: Readonly<Record<string, number | null>>;
  /** Why some measures have no value. */
  readonly why?: Readonly<Record<string, string>>;
  readonly outcome: string;
  /** Said with the run before in hand, except for the first. */
  readonly said: string;
  readonly table: string | { readonly rows: readonly unknown[] };
}

/** What outcomes have gained since their runs were frozen. Each of it must be there; all else must be as it was. */
export const ADDED: Readonly<Record<string, readonly string[]>> = {
  'batch-bench': ['story'],
  'distribution-shift': ['usedOn', 'large', 'cut'],
  'data-poisoning': ['lineup'],
  'two-districts': ['off'],
  'all-green': ['caught', 'worstCaught'],
};

/** What a quantity of an outcome was called in it when it was frozen, by the name of its measure, which it has there now. */
const CALLED_BEFORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'all-green': {
    ...{ dailyErrorBefore: 'dailyBefore', dailyErrorAfter: 'dailyAfter', delayDays: 'delay' },
    ...{ falseAlarmsPerYear: 'falseAlarms', textbookRings: 'textbook' },
  },
};

/** The hash of an outcome without what it has gained, by the names that it had. */
export function frozenPart(tag: string, outcome: unknown): string {
  const added = ADDED[tag] ?? [];
  const names = CALLED_BEFORE[tag] ?? {};
  for (const key of added) expect.soft(outcome, `${tag} no longer has ${key}`).toHaveProperty(key);
  const entries = Object.entries(outcome as object).filter(([key]) => !added.includes(key));
  return hashOf(Object.fromEntries(entries.map(([key, value]) => [names[key] ?? key, value])));
}

const FOLDER = 'digits/';
const fileOf = (tag: string): string => `${FOLDER}${tag}.json`;

/** The frozen runs of one experiment, of all its versions; none where nothing was frozen yet. */
export function frozenRuns(tag: string): readonly Frozen[] {
  if (!fixturesIn(FOLDER).includes(fileOf(tag))) return [];
  return dataOf(fileOf(tag)) as readonly Frozen[];
}

/** Runs those of today's version again, in their order; every difference is named with its settings, and with what to do. */
export async function repeat(tag: string, frozen = frozenRuns(tag)): Promise<void> {
  const version = versionOf(tag);
  const ofToday = frozen.filter((one) => one.version === version);
  if (ofToday.length === 0) throw new Error(await whatToFreeze(tag, frozen));
  for (const one of frozen.filter((each) => each.version < version)) {
    const what = `${tag} ${JSON.stringify(one.settings)} of version ${one.version}: migrate`;
    expect.soft(openOlder(tag, one.settings, one.version), what).toEqual([]);
  }
  let before: unknown;
  for (const [i, { settings, measures, why, outcome, said, table }] of ofToday.entries()) {
    const now = await run(tag, settings, before);
    const what = `${tag} ${JSON.stringify(settings)}`;
    const advice = `${what} gives another outcome than version ${version} gave. ${adviceFor(tag, version)}`;
    const measured = measuresOf(tag, now.outcome);
    expect.soft(measured.measures, advice).toMatchObject(measures);
    expect.soft(frozenPart(tag, now.outcome), advice).toBe(outcome);
    if (!isReworded(settings, ofToday.slice(i + 1))) {
      expect.soft(now.said, what).toBe(said);
      expect.soft(measured.why, what).toMatchObject(why ?? {});
      const sameTable = typeof table === 'string' ? table : hashOf(table);
      expect.soft(hashOf(now.table), what).toBe(sameTable);
    }
    before = now.outcome;
  }
}

/** A line below for the same settings says how the run is worded since; its numbers and its outcome are held by both. */
function isReworded(settings: AnySettings, below: readonly Frozen[]): boolean {
  return below.some((line) => hashOf(line.settings) === hashOf(settings));
}

function adviceFor(tag: string, version: number): string {
  return (
    'Readers’ links, citations and hand-ins promise the old one. If it is meant all the same: raise `version` in ' +
    `widgets/experiments/${tag}/widget.ts to ${version + 1}, rewrite in \`migrate\` what now means something else, ` +
    'and run this test again: it gives the lines to add. The lines that are there stay. ' +
    `Of an experiment that nobody has yet, \`node scripts/new/widget/finish.ts ${tag}\` freezes all anew.`
  );
}

/** What is to be added for a version of which nothing is frozen: the runs of the version before, as they are now. */
async function whatToFreeze(tag: string, frozen: readonly Frozen[]): Promise<string> {
  const last = frozen.at(-1)?.version;
  const old = frozen.filter(({ version }) => version === last).map(({ settings }) => settings);
  const lines: string[] = [];
  let before: unknown;
  for (const settings of old.length > 0 ? old : [{}]) {
    const now = await run(tag, settings, before);
    lines.push(JSON.stringify(lineOf(tag, settings, now)));
    before = now.outcome;
  }
  return (
    `Nothing is frozen of version ${versionOf(tag)} of ${tag}. When its numbers are right, add to ` +
    `tests/compat/fixtures/${fileOf(tag)}, below the lines that are there:\n${lines.join(',\n')}`
  );
}

function lineOf(tag: string, settings: AnySettings, { outcome, said, table }: Reached): Frozen {
  const version = versionOf(tag);
  const rest = { outcome: frozenPart(tag, outcome), said, table: hashOf(table) };
  return { version, settings, ...measuresOf(tag, outcome), ...rest };
}
