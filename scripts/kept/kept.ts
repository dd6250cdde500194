/**
 * node scripts/kept/kept.ts plan|record units|pages|types [REPORT]: which tests have passed with all that they depend on as it is now.
 * `plan` prints what is to be run, `record` takes in the runner's report. What is kept lies in `.cache/kept-tests/`.
 */
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { dependencies, readsIn, OTHERS, SOURCES, SUBJECTS } from './depends.ts';

type Runner = 'units' | 'pages' | 'types';
const FOLDER = '.cache/kept-tests';
const readsOf = (runner: Runner): string => join(FOLDER, `reads-${runner}.tsv`);
/** What has passed: its dependencies then, how many tests that were, and what its pages asked for. */
interface Passed {
  readonly hash: string;
  readonly tests: number;
  readonly asks?: readonly string[];
}
type Store = Record<string, Passed>;

const storeOf = (runner: Runner): string => join(FOLDER, `${runner}.json`);
function read<T>(file: string, otherwise: T): T {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : otherwise;
}

/** Whether a test file goes through all experiments, one `describe` each, and can be asked for some. */
const isHarness = (file: string): boolean =>
  /from '[./]*\/experiments\.ts'/.test(readFileSync(file, 'utf8'));
/** What a title is about, where it names a lesson, an experiment or another page first. */
const subjectOf = (title: string): string | undefined =>
  [...SUBJECTS, ...OTHERS].find(
    (one) => title.startsWith(one) && !/[\w-]/.test(title.charAt(one.length)),
  );
const nameOf = (file: string, subject: string | undefined): string =>
  subject === undefined ? file : `${file} › ${subject}`;

interface Plan {
  readonly run: readonly string[];
  readonly experiments: readonly string[];
  /** Tests that are not run, for nothing has changed. */
  readonly kept: number;
}

function planUnits(store: Store): Plan {
  const reads = readsIn(readsOf('units'));
  let kept = 0;
  const isKept = (file: string, only?: string): boolean => {
    const known = store[nameOf(file, only)];
    const isSame = known !== undefined && known.hash === dependencies(file, reads, { only });
    if (isSame) kept += known.tests;
    return isSame;
  };
  const experiments = new Set<string>();
  const run = globSync('tests/**/*.test.ts').filter((file) => {
    if (!isHarness(file)) return !isKept(file);
    const tags = SUBJECTS.filter((one) => existsSync(`widgets/experiments/${one}`));
    const due = tags.filter((tag) => !isKept(file, tag));
    for (const tag of due) experiments.add(tag);
    return due.length > 0;
  });
  return { run, experiments: [...experiments], kept };
}

/** Page tests are kept one by one: by their titles, for whoever runs them to pass over. */
function planPages(store: Store): Plan {
  const reads = readsIn(readsOf('pages'));
  const run = Object.entries(store).flatMap(([name, { hash, asks = [] }]) => {
    const [file = '', title = ''] = name.split(/ › (.*)/s);
    const isSame =
      existsSync(file) && hash === dependencies(file, reads, { only: subjectOf(title), asks });
    return isSame ? [name] : [];
  });
  writeFileSync(join(FOLDER, 'pages-kept.json'), JSON.stringify(run));
  return { run: [], experiments: [], kept: run.length };
}

/** Types hang on all code. */
function typesHash(): string {
  return dependencies('tsconfig.json', new Map(), {
    asks: [
      'tsconfig.pages.json',
      'tsconfig.pure.json',
      ...SOURCES.filter((file) => /\.(?:[cm]?ts|astro|mjs)$/.test(file)),
    ],
  });
}

interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

type UnitTest = UnitReport['testResults'][number]['assertionResults'][number];

function bySubject(tests: readonly UnitTest[]): ReadonlyMap<string, readonly UnitTest[]> {
  const groups = new Map<string, UnitTest[]>();
  for (const test of tests) {
    const subject = subjectOf(test.fullName) ?? '';
    groups.set(subject, [...(groups.get(subject) ?? []), test]);
  }
  return groups;
}

function recordUnits(store: Store, { testResults }: UnitReport): void {
  const reads = readsIn(readsOf('units'));
  for (const { name, status, assertionResults } of testResults) {
    const file = name.replaceAll('\\', '/').slice(`${process.cwd()}/`.length);
    const groups = isHarness(file)
      ? bySubject(assertionResults)
      : new Map([['', status === 'passed' ? assertionResults : []]]);
    for (const [only, all] of groups) {
      const isFine = all.length > 0 && all.every((one) => one.status !== 'failed');
      if (isHarness(file) && only === '') continue;
      const subject = only === '' ? undefined : only;
      if (isFine)
        store[nameOf(file, subject)] = {
          hash: dependencies(file, reads, { only: subject }),
          tests: all.length,
        };
      else Reflect.deleteProperty(store, nameOf(file, subject));
    }
  }
}

interface Suite {
  readonly specs: readonly {
    readonly file: string;
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly status: string;
      readonly projectName: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
  readonly suites?: readonly Suite[];
}

function recordPages(store: Store, suites: readonly Suite[]): void {
  const reads = readsIn(readsOf('pages'));
  for (const { specs, suites: within = [] } of suites) {
    for (const { file: below, title, ok, tests } of specs) {
      const file = join('tests/pages', below);
      const name = `${file} › ${title}`;
      const asked = tests.flatMap(({ annotations }) => annotations);
      const asks = asked
        .filter(({ type }) => type === 'asks')
        .flatMap(({ description = '' }) => description.split(' '));
      if (tests.some(({ status }) => status === 'skipped')) continue;
      if (!ok || asks.length === 0) Reflect.deleteProperty(store, name);
      else
        store[name] = {
          hash: dependencies(file, reads, { only: subjectOf(title), asks }),
          tests: 1,
          asks: [...new Set(asks)],
        };
    }
    recordPages(store, within);
  }
}

/** Where it is noted when a run began. */
const BEGAN = join(FOLDER, 'began');
const changedAt = (file: string): number => statSync(file).mtimeMs;

const [act, runner = 'units', report = ''] = process.argv.slice(2) as [string, Runner, string];
mkdirSync(FOLDER, { recursive: true });
const store = read<Store>(storeOf(runner), {});
const unchanged = (): boolean => SOURCES.every((file) => changedAt(file) < changedAt(BEGAN));
const PLANS: Readonly<Record<Runner, () => Plan>> = {
  units: () => planUnits(store),
  pages: () => planPages(store),
  types: () => ({ run: [], experiments: [], kept: Number(store['types']?.hash === typesHash()) }),
};
const RECORDS: Readonly<Record<Runner, () => void>> = {
  units: () => {
    recordUnits(store, read<UnitReport>(report, { testResults: [] }));
  },
  pages: () => {
    recordPages(store, read<Suite>(report, { specs: [] }).suites ?? []);
  },
  types: () => {
    store['types'] = { hash: typesHash(), tests: 1 };
  },
};
if (act === 'plan') {
  // They begin first.
  if (runner === 'units') writeFileSync(BEGAN, '');
  console.log(JSON.stringify(PLANS[runner]()));
} else if (unchanged()) {
  // What was written while tests ran may not be what they saw.
  RECORDS[runner]();
  writeFileSync(storeOf(runner), JSON.stringify(store, null, 1));
}
