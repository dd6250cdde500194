import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { dataOf } from './fixture.ts';
import { headless, list } from './today-runs.ts';

interface Param {
  readonly kind: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly options: readonly string[] | null;
  readonly default: number | string;
  readonly unit: string | null;
}
interface Listed {
  readonly name: string;
  readonly version: number;
  readonly params: Readonly<Record<string, Param>>;
  readonly measures: Readonly<Record<string, { readonly unit: string | null }>>;
}

const OLD = dataOf('command-list.json') as readonly Listed[];
const NOW = list() as readonly Listed[];
const nowOf = (tag: string): Listed | undefined => NOW.find(({ name }) => name === tag);

/** What a script could once set, it can set still: the range may have grown, the default may not have moved. */
function expectTakes(now: Param | undefined, old: Param, what: string): void {
  expect.soft(now, what).toMatchObject({ kind: old.kind, default: old.default, unit: old.unit });
  if (old.min !== null) expect.soft(now?.min, what).toBeLessThanOrEqual(old.min);
  if (old.max !== null) expect.soft(now?.max, what).toBeGreaterThanOrEqual(old.max);
  expect.soft(now?.options ?? [], what).toEqual(expect.arrayContaining([...(old.options ?? [])]));
}

it.each(OLD)('--list still names $name with its settings and measures', (old) => {
  const now = nowOf(old.name);
  expect(now?.version).toBeGreaterThanOrEqual(old.version);
  expect(Object.keys(now ?? {})).toEqual(expect.arrayContaining(Object.keys(old)));
  for (const [name, param] of Object.entries(old.params)) {
    expectTakes(now?.params[name], param, `${old.name} ${name}`);
    expect.soft(Object.keys(now?.params[name] ?? {}), name).toEqual(Object.keys(param));
  }
  for (const [name, { unit }] of Object.entries(old.measures)) {
    expect.soft(now?.measures[name]?.unit, `${old.name} ${name}`).toBe(unit);
  }
});

it('there are six of them', () => {
  expect(OLD.map(({ name }) => name).toSorted()).toEqual([
    'batch-bench',
    'class-imbalance',
    'data-poisoning',
    'dataset-sizes',
    'distribution-shift',
    'tail-jar',
  ]);
});

type Run = Readonly<Record<string, unknown>>;
const RUN_BEFORE = dataOf('command-run.json') as Run;
const RUN = dataOf('command-run-3.json') as Run;

it('a later version of a frozen run differs from it in nothing else', () => {
  expect({ ...RUN, version: 2 }).toEqual(RUN_BEFORE);
});
const WORDS = ['tail-jar', 'source=own', 'values=1,2,3', 'fanOut=900'];

it('a run prints what it printed, under the same names', async () => {
  expect(await headless(WORDS)).toMatchObject(RUN);
});

// npm is a script of its own on Windows, which no program can start as it stands.
it.skipIf(process.platform === 'win32')(
  'the command that citations give starts, and prints JSON and nothing else',
  () => {
    const printed = execFileSync('npm', ['run', '-s', 'experiment', '--', ...WORDS], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(printed)).toMatchObject(RUN);
  },
);
