import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { wordsFile } from '../words.ts';
import { KINDS } from '../../src/tasks/practice/kinds.ts';
import { provenAssignments } from '../../src/tasks/sets/author/load.ts';
import type { ItemKey } from '../../src/tasks/tables/item.ts';
import { judgeItem } from '../../src/tasks/grading/pure/grade/item.ts';
import { toldIn } from '../../src/tasks/grading/pure/grade/told.ts';
import type { Judged } from '../../src/tasks/grading/pure/grade/judging.ts';
import type { Given } from '../../src/tasks/sets/pure/submission/submission.ts';
import type { Answer } from '../../src/tasks/judge/answers.ts';
import type { Sample } from '../../src/tasks/sample.ts';
import * as ITEMS from '../../src/tasks/tables/item.ts';
import * as PAGES from '../../src/tasks/tables/page.ts';
import { judgeOf } from '../../src/tasks/sets/judges.ts';
import { kindOf } from '../../src/tasks/sets/kinds.ts';
import { JUDGES } from '../../src/tasks/practice/judges.ts';
import { tables } from '../../scripts/build/tables.mjs';
import { FORMS } from '../../src/tasks/kinds/prediction/forms/build.ts';
import { FORM_CHECKS } from '../../src/tasks/kinds/prediction/forms/judge.ts';
import { FORMS_ON_PAGE } from '../../src/tasks/kinds/prediction/forms/page.ts';

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
  it('stand in tables as their folders say; npm run build writes them', () => {
    for (const [name, text] of Object.entries(tables()))
      expect(readFileSync(join('src/tasks/tables', name), 'utf8')).toBe(text);
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
      expect(readdirSync(join(ROOM, folder))).toEqual(
        expect.arrayContaining(['grade.ts', 'prove.ts', 'schema.ts', 'view.ts']),
      );
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

/** What the answers of a kind are in a variant of an item. */
type SampleIn = (item: never, key: never, seed: number) => Sample | undefined;

describe('the answers that a kind makes itself', async () => {
  const keys = (await provenAssignments()).map(({ key }) => key);

  it.each(folders.filter((kind) => existsSync(join(ROOM, kind, 'sample.ts'))))(
    'are graded as what they are, in every variant of every %s that is set',
    async (kind) => {
      const { sampleIn } = (await import(`../../${ROOM}/${kind}/sample.ts`)) as {
        readonly sampleIn: SampleIn;
      };
      let graded = 0;
      for (const { assignment, items } of keys) {
        for (const item of assignment.items.filter((one) => one.kind === kind)) {
          const key = items[item.id] as ItemKey;
          for (const seed of item.seeds) {
            const judged = (answer: Answer): Judged => {
              const handed = {
                version: item.version,
                variant: seed,
                note: '',
                tries: 1,
                hints: 0,
                runs: [],
                answer: answer as Given,
              };
              return judgeItem({ item, key, seed, handed, reruns: new Map() });
            };
            const sample = sampleIn(item as never, key as never, seed);
            for (const answer of sample?.right ?? [])
              expect(judged(answer)).toMatchObject({ credit: 1, state: 'right' });
            for (const { id, answer } of sample?.wrong ?? []) {
              const { credit, wrong, says } = judged(answer);
              const own = toldIn(key, item, seed);
              const told = 'wrong' in own ? own.wrong.find((one) => one.id === id) : undefined;
              expect([id, credit < 1, told === undefined || wrong === id]).toEqual([
                id,
                true,
                true,
              ]);
              if (told) expect(says).toContain(told.feedback);
            }
            for (const answer of sample?.invalid ?? [])
              expect(['unreadable', 'missing']).toContain(judged(answer).state);
            graded += sample ? 1 : 0;
          }
        }
      }
      const isSet = keys.some(({ assignment }) =>
        assignment.items.some((one) => one.kind === kind),
      );
      expect(graded).toBeGreaterThan(isSet ? 100 : -1);
    },
  );
});

describe('the forms of predictions', () => {
  const room = `${ROOM}/prediction/forms`;
  const forms = readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

  it('stand in each of the three tables, and have what a form has', () => {
    for (const table of [FORMS, FORM_CHECKS, FORMS_ON_PAGE]) {
      expect(Object.keys(table).toSorted()).toEqual(forms);
    }
    for (const form of forms) {
      const files = readdirSync(join(room, form), { recursive: true, encoding: 'utf8' });
      expect(files.map((name) => name.replaceAll('\\', '/'))).toEqual(
        expect.arrayContaining(['answer.ts', 'build.ts', 'judge/check.ts', 'schema.ts']),
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
