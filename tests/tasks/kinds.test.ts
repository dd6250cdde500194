import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { wordsFile } from '../words.ts';
import { KINDS } from '../../src/tasks/practice/kinds.ts';
import { provenAssignments } from '../../src/tasks/sets/author/load.ts';
import type { Item, ItemKey } from '../../src/tasks/tables/item.ts';
import { repeat } from '../../scripts/grade/rerun.ts';
import { runKey } from '../../widgets/kit/record/run-key.ts';
import type { OnExperiment } from '../../src/tasks/sets/pure/format/head.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { pageData } from '../../src/tasks/practice/author/page-data.ts';
import { check } from '../../src/tasks/judge/check.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import { judgeItem } from '../../src/tasks/grading/pure/grade/item.ts';
import { toldIn } from '../../src/tasks/grading/pure/grade/told.ts';
import type { Judged } from '../../src/tasks/grading/pure/grade/judging.ts';
import type { Given } from '../../src/tasks/sets/pure/submission/submission.ts';
import type { Answer } from '../../src/tasks/judge/answers.ts';
import { sampleFaults, type Sample } from '../../src/tasks/sample.ts';
import * as ITEMS from '../../src/tasks/tables/item.ts';
import * as PAGES from '../../src/tasks/tables/page.ts';
import { judgeOf } from '../../src/tasks/sets/judges.ts';
import { kindOf } from '../../src/tasks/sets/kinds.ts';
import { JUDGES } from '../../src/tasks/practice/judges.ts';
import { tables } from '../../scripts/build/tables.mjs';
import { FORMS } from '../../src/tasks/kinds/prediction/schema.ts';
import * as FORM_CHECKS from '../../src/tasks/tables/form-check.ts';
import * as FORM_PAGES from '../../src/tasks/tables/form-page.ts';

const ROOM = 'src/tasks/kinds';
const folders = readdirSync(ROOM).toSorted();

/** What a file imports as code: types leave no trace in a bundle, and what is imported lazily is fetched later. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^'";]*?from\s'([^']+)'/gm)].map(
    ([, name = '']) =>
      name.startsWith('.') ? normalize(join(dirname(file), name)) : wordsFile(name),
  );
}

/** A file and all code that it brings along. */
function closure(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (/^(src|widgets)\//.test(file)) for (const next of importsOf(file)) closure(next, found);
  return found;
}

describe('the kinds of tasks', () => {
  it('and the experiments stand in tables as their folders say; npm run build writes them', () => {
    for (const [file, text] of Object.entries(tables()))
      expect(readFileSync(file, 'utf8')).toBe(text);
    const practised = Object.keys(KINDS);
    expect(Object.keys(JUDGES)).toEqual(practised);
    expect(Object.keys(PAGES)).toEqual(practised);
    const set = Object.keys(ITEMS);
    expect(set.map((kind) => kindOf({ kind: kind as never }).by)).not.toContain(undefined);
    expect(set.filter((kind) => judgeOf({ kind: kind as never }) === undefined)).toEqual([]);
    expect([...new Set([...practised, ...set])].toSorted()).toEqual(folders);
  });

  it('each have what a kind has', () => {
    for (const folder of folders) {
      const files = readdirSync(join(ROOM, folder));
      expect(files).toEqual(
        expect.arrayContaining(['prove.ts', 'sample.ts', 'schema.ts', 'view.ts']),
      );
      // In lessons an answer is checked, in sets it is graded.
      expect(files.includes('check.ts')).toBe(files.includes('page.ts'));
      expect(files.includes('grade.ts')).toBe(files.includes('item.ts'));
    }
  });

  it('know nothing of each other, but for words of goals and for programs that make tables', () => {
    const breaches = folders.flatMap((folder) =>
      readdirSync(join(ROOM, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => importsOf(join(ROOM, folder, name.replaceAll('\\', '/'))))
        .filter((file) => file.startsWith(`${ROOM}/`) && !file.startsWith(`${ROOM}/${folder}/`))
        .map((file) => `${folder} imports ${file.split('/')[3] ?? ''}`),
    );
    expect([...new Set(breaches)].toSorted()).toEqual([
      'challenge imports reach',
      'code imports outside',
      'outside imports code',
      'outside imports number',
    ]);
  });
});

/** What its `sample.ts` has, for lessons and for a variant of a set. */
interface Samples {
  readonly sampleOf?: (key: never) => Sample;
  readonly sampleIn?: (item: never, key: never, seed: number) => Sample | undefined;
}

describe('the answers that a kind makes itself', async () => {
  const keys = (await provenAssignments()).map(({ key }) => key);
  const book = loadBook();
  const widgets = await loadWidgets();
  const samplesOf = async (kind: string): Promise<Samples> =>
    (await import(`../../${ROOM}/${kind}/sample.ts`)) as Samples;

  it.each(Object.keys(KINDS))(
    'are judged as what they are, in every %s of the lessons',
    async (kind) => {
      const { sampleOf } = await samplesOf(kind);
      let judged = 0;
      for (const loaded of book.questions.filter(({ question }) => question.kind === kind)) {
        const data = pageData({ book, widgets }, loaded);
        // What a run answers is known to the proof only.
        if ('answer' in data && Number.isNaN(data.answer)) continue;
        const sample = sampleOf?.(data as never);
        expect(sample && sampleFaults(sample, (answer) => check(data, answer))).toEqual([]);
        judged += 1;
      }
      expect(judged > 0).toBe(book.questions.some(({ question }) => question.kind === kind));
    },
  );

  it.each(Object.keys(ITEMS))(
    'are graded as what they are, in every %s of the sets',
    async (kind) => {
      const { sampleIn } = await samplesOf(kind);
      for (const { assignment, items } of keys) {
        for (const item of assignment.items.filter((one) => one.kind === kind)) {
          const key = items[item.id] as ItemKey;
          const all = item.seeds.map((seed) => ({
            seed,
            sample: sampleIn?.(item as never, key as never, seed),
          }));
          expect(all.filter(({ sample }) => sample).length).toBeGreaterThan(
            'carried' in key ? -1 : 0,
          );
          // Runs take their time: of those that need them a few.
          const some = all.some(({ sample }) => sample?.runs) ? all.slice(0, 2) : all;
          for (const { seed, sample } of some)
            if (sample) await expectGraded({ item, key, seed }, sample);
        }
      }
    },
    600_000,
  );
});

interface Graded {
  readonly item: Item;
  readonly key: ItemKey;
  readonly seed: number;
}

async function expectGraded(
  of: Graded,
  { right, wrong, invalid, runs = [] }: Sample,
): Promise<void> {
  const { item, key, seed } = of;
  const reruns = new Map<string, Rerun>();
  const { widget = '', widgetVersion: version = 0 } = item as Partial<OnExperiment>;
  const made = runs.map((settings) => ({ widget, version, settings }));
  await repeat(made, 2, (run, rerun) => reruns.set(runKey(run), rerun));
  const cited = made.map((run) => {
    const rerun = reruns.get(runKey(run));
    return { ...run, backend: 'sim', measures: rerun?.state === 'done' ? rerun.measures : {} };
  });
  const judged = (answer: Answer, withRuns = cited): Judged => {
    const head = { version: item.version, variant: seed, note: '', tries: 1, hints: 0 };
    return judgeItem({
      ...of,
      handed: { ...head, answer: answer as Given, runs: withRuns },
      reruns,
    });
  };
  for (const answer of right)
    expect(judged(answer)).toMatchObject(
      'rubric' in key ? { state: 'unverified' } : { credit: 1, state: 'right' },
    );
  for (const { id, answer } of wrong) {
    const { credit, wrong: found, says } = judged(answer);
    const own = toldIn(key, item, seed);
    const told = 'wrong' in own ? own.wrong.find((one) => one.id === id) : undefined;
    expect([id, credit < 1, told === undefined || found === id]).toEqual([id, true, true]);
    if (told) expect(says).toContain(told.feedback);
  }
  for (const answer of invalid)
    expect(['unreadable', 'missing']).toContain(judged(answer, []).state);
}

describe('the forms of predictions', () => {
  const room = `${ROOM}/prediction/forms`;
  const forms = readdirSync(room).toSorted();

  it('stand in each of the three tables, and have what a form has', () => {
    for (const table of [FORMS, FORM_CHECKS, FORM_PAGES]) {
      expect(Object.keys(table).toSorted()).toEqual(forms);
    }
    for (const form of forms) {
      const files = readdirSync(join(room, form), { recursive: true, encoding: 'utf8' });
      expect(files.map((name) => name.replaceAll('\\', '/'))).toEqual(
        expect.arrayContaining(['build.ts', 'check.ts', 'page.ts']),
      );
    }
  });
});

describe('the code of a page', () => {
  it('brings nothing of the build along, whatever kinds there are', () => {
    const code = [...closure('src/tasks/practice/page/wake.ts')];
    expect(code.length).toBeGreaterThan(25);
    expect(code).toContain(`${ROOM}/reach/page.ts`);
    const build =
      /^src\/tasks\/(?:(?:practice\/)?(?:author|server)|fields\/.*\bmarkup|kinds\/.*\b(?:view|schema|prove|data|markup)\.ts)/;
    expect(code.filter((file) => build.test(file))).toEqual([]);
    expect(code.filter((file) => !/^(?:src|widgets|d3-array)/.test(file))).toEqual([]);
  });

  it('starts with the element, and knows of no kind', () => {
    const code = [...closure('src/tasks/practice/page/question-element.ts')];
    expect(code.filter((file) => file.includes('/kinds/'))).toEqual([]);
    expect(code.length).toBeLessThan(8);
  });
});
