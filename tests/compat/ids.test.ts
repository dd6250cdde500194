import { describe, expect, it } from 'vitest';
import { dataOf } from './fixture.ts';
import { slugOf } from './opened.ts';
import { list } from './today-runs.ts';
import { anchorsOf, DATA_HASHES, lessons, namesIn, questions } from './today.ts';

/** A lesson with all in it that an address, a link or an answer names. */
interface Lesson {
  readonly slug: string;
  readonly solutions: string;
  /** `element#id`. */
  readonly experiments: readonly string[];
  readonly anchors: readonly string[];
  /** `id@version`. */
  readonly questions: readonly string[];
}
interface Question {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly lesson: string;
  /** Its options or items. */
  readonly names?: readonly string[];
}
interface Ids {
  readonly lessons: readonly Lesson[];
  readonly questions: readonly Question[];
  readonly data: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}
/** What was once published under each name is also told by the addresses of the built book, which its build checks. */
const IDS = dataOf('ids.json') as Ids;

describe.each(IDS.lessons)('the lesson $slug', ({ slug, solutions, ...held }) => {
  const lesson = lessons().find(({ file }) => slugOf(file) === slug);
  const name = lesson?.file.split('/').at(-1)?.replace('.mdx', '') ?? '';

  it('still stands at its address, and its solutions at theirs', () => {
    expect(lesson).toBeDefined();
    expect(`solutions/${name}.json`).toBe(solutions);
  });

  it('still has its experiments, as the elements that they were', () => {
    expect(lesson?.experiments).toEqual(expect.arrayContaining([...held.experiments]));
    const elements = (list() as readonly { name: string }[]).map((one) => one.name);
    const named = held.experiments.map((one) => one.split('#')[0]);
    expect(elements).toEqual(expect.arrayContaining(named));
  });

  it('still has the anchor of every section', async () => {
    expect(await anchorsOf(lesson?.file ?? '')).toEqual(expect.arrayContaining([...held.anchors]));
  });

  it('still has its questions', () => {
    const here = questions().filter((one) => one.lesson === name);
    const ids = held.questions.map((one) => one.split('@')[0]);
    expect(here.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

it('every question has the version that it had or a later one; of the same version, its kind and its options', () => {
  for (const { id, version, kind, names } of IDS.questions) {
    const now = questions().find((one) => one.id === id);
    expect.soft(now?.version, id).toBeGreaterThanOrEqual(version);
    if (now?.version !== version) continue;
    expect.soft(now.kind, id).toBe(kind);
    expect.soft(namesIn(id), id).toEqual(expect.arrayContaining([...(names ?? [])]));
  }
  expect(IDS.questions).toHaveLength(208);
});

it('every data file has its name and its bytes', () => {
  expect(Object.keys(IDS.data)).toHaveLength(12);
  expect(DATA_HASHES).toMatchObject(IDS.data);
});
