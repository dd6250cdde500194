import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { wordsFile } from '../words.ts';
import { KINDS } from '../../src/questions/kinds/build.ts';
import { JUDGES } from '../../src/questions/kinds/judge.ts';
import { WAKERS } from '../../src/questions/kinds/page.ts';
import { FORM_ANSWERS } from '../../src/questions/kinds/prediction/forms/answers.ts';
import { FORMS } from '../../src/questions/kinds/prediction/forms/build.ts';
import { FORM_CHECKS } from '../../src/questions/kinds/prediction/forms/judge.ts';
import { FORM_FIELDS } from '../../src/questions/kinds/prediction/forms/page.ts';

const ROOM = 'src/questions/kinds';
/** Kinds that lessons and sets share, and those that are still apart. */
const TASKS = 'src/tasks/kinds';
const foldersIn = (room: string): readonly string[] =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const [shared, folders] = [foldersIn(TASKS), foldersIn(ROOM)];
/** What the kind is called in files. */
const called = [
  ...folders,
  ...shared.map((kind) => (kind === 'matching' ? 'match' : kind)),
].toSorted();

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

describe('the kinds of questions', () => {
  it('stand in each of the three tables', () => {
    expect(Object.keys(KINDS).toSorted()).toEqual(called);
    expect(Object.keys(JUDGES).toSorted()).toEqual(called);
    // Some at once, some when there is such a question to wake.
    const table = readFileSync(`${ROOM}/page.ts`, 'utf8');
    const page = [...table.matchAll(/\/([\w-]+)\/page\.ts'/g)].map(([, kind]) => kind);
    expect(page.toSorted()).toEqual([...folders, ...shared].toSorted());
    expect(Object.keys(WAKERS).toSorted()).toEqual(called);
  });

  it('each have what a kind has', () => {
    for (const folder of folders) {
      const files = readdirSync(join(ROOM, folder), { recursive: true, encoding: 'utf8' });
      expect(files.map((name) => name.replaceAll('\\', '/'))).toEqual(
        expect.arrayContaining(['build.ts', 'judge/check.ts', 'page.ts', 'prove.ts', 'schema.ts']),
      );
    }
    for (const folder of shared) {
      expect(readdirSync(join(TASKS, folder))).toEqual(
        expect.arrayContaining(['grade.ts', 'prove.ts', 'sample.ts', 'schema.ts', 'view.ts']),
      );
    }
  });

  it('know nothing of each other', () => {
    const breaches = folders.flatMap((folder) =>
      readdirSync(join(ROOM, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => importsOf(join(ROOM, folder, name.replaceAll('\\', '/'))))
        .filter((file) => file.startsWith(`${ROOM}/`) && !file.startsWith(`${ROOM}/${folder}/`))
        .map((file) => `${folder} imports ${file}`),
    );
    expect(breaches).toEqual([]);
  });
});

describe('the forms of predictions', () => {
  const room = `${ROOM}/prediction/forms`;
  const forms = readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

  it('stand in each of the four tables, and have what a form has', () => {
    for (const table of [FORMS, FORM_CHECKS, FORM_FIELDS, FORM_ANSWERS]) {
      expect(Object.keys(table).toSorted()).toEqual(forms);
    }
    for (const form of forms) {
      const files = readdirSync(join(room, form), { recursive: true, encoding: 'utf8' });
      expect(files.map((name) => name.replaceAll('\\', '/'))).toEqual(
        expect.arrayContaining(['answer.ts', 'build.ts', 'judge/check.ts', 'page.ts', 'schema.ts']),
      );
    }
  });

  it('are fetched when they are needed: a page begins with those that need no code of their own', () => {
    const code = [...closure('src/questions/page/wake.ts')];
    const early = forms.filter((form) => code.includes(`${room}/${form}/page.ts`));
    expect(early).toEqual(['choice', 'number', 'order']);
    expect(code.filter((file) => file.endsWith('/answer.ts'))).toEqual([]);
    expect(code).not.toContain('src/questions/fields/sorted-field.ts');
  });
});

describe('the code of a page', () => {
  it('brings nothing of the build along, whatever kinds there are', () => {
    const code = [...closure('src/questions/page/wake.ts')];
    expect(code.length).toBeGreaterThan(25);
    expect(code).toContain(`${ROOM}/reach/page.ts`);
    const build =
      /^src\/questions\/(?:author|server|(?:fields|kinds)\/.*\b(?:build|schema|prove|data|markup)\.ts)/;
    expect(code.filter((file) => build.test(file))).toEqual([]);
    expect(code.filter((file) => !/^(?:src|widgets)\//.test(file))).toEqual([]);
  });

  it('starts with the element, and knows of no kind', () => {
    const code = [...closure('src/questions/page/question-element.ts')];
    expect(code.filter((file) => file.includes('/kinds/'))).toEqual([]);
    expect(code.length).toBeLessThan(8);
  });
});
