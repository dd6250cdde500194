import { describe, expect, it } from 'vitest';
import { fixturesIn, textOf } from './fixture.ts';
import { expectAllOf, expectedOf } from './old-work.ts';
import { OldStorage } from './storage-of.ts';
import { namesIn, openWork, questions, type Kept } from './today.ts';
import { loadText, problemOf } from '../tasks/storage/panel.ts';
import { fileText } from '../../src/tasks/storage/pure/file-text.ts';

/** Files that readers have saved, and how many answers and entries each of them holds. */
const FILES = [
  ['format-0.json', 12, 12],
  ['format-1.json', 37, 105],
  ['format-1-hasty.json', 33, 93],
  // An answer to each question of the first edition.
  ['format-2.json', 208, 208],
] as const;

/** Of several answers to one version of a question the last one. */
function newest(all: readonly Kept[]): readonly Kept[] {
  const sorted = all.toSorted((a, b) => (a.time < b.time ? -1 : 1));
  return [...new Map(sorted.map((one) => [`${one.question}@${one.version}`, one])).values()];
}

describe.each(FILES)('the old work file %s', (name, answers, entries) => {
  const text = textOf(`work/${name}`);
  const old = expectedOf(name);

  it('is loaded with every answer and every entry of its log', () => {
    const store = openWork(new OldStorage());
    expect(loadText(store, text)).toMatchObject({ added: answers, entries, older: 0 });
    expectAllOf(store, old);
    expect(problemOf(store)).toBe('');
  });

  it('is all there after a reload, and in the file that is saved then', () => {
    const storage = new OldStorage();
    loadText(openWork(storage), text);
    const again = openWork(storage);
    // Texts that a file brings along are not stored, only those that this browser has put aside itself.
    expectAllOf(again, { ...old, aside: [] });
    const other = openWork(new OldStorage());
    loadText(other, fileText(again.work));
    expectAllOf(other, { ...old, aside: [] });
  });

  it('joins work that is there already; of two answers the newer stays, and of the logs everything', () => {
    for (const [other] of FILES) {
      const store = openWork(new OldStorage());
      loadText(store, textOf(`work/${other}`));
      loadText(store, text);
      const theirs = expectedOf(other);
      const aside = [...old.aside, ...theirs.aside];
      expectAllOf(store, { answers: newest([...theirs.answers, ...old.answers]), log: [], aside });
      for (const { log } of [theirs, old]) expectAllOf(store, { answers: [], log, aside });
    }
  });

  it('is as full as it was', () => {
    expect(old.answers).toHaveLength(answers);
    expect(old.log).toHaveLength(entries);
  });
});

it('an old answer names only options and items that its question still has', () => {
  const inBook = new Set(questions().map(({ id, version }) => `${id}@${version}`));
  let named = 0;
  for (const [name] of FILES) {
    for (const { question, version, answer } of expectedOf(name).answers) {
      const names = namesIn(question);
      if (!Array.isArray(answer) || names.length === 0) continue;
      if (!inBook.has(`${question}@${version}`)) continue;
      const ids = answer.filter((one): one is string => typeof one === 'string');
      expect.soft(names, question).toEqual(expect.arrayContaining(ids));
      named += ids.length;
    }
  }
  expect(named).toBeGreaterThan(20);
});

it('no kind of question is missing from the old work', () => {
  const answered = expectedOf('format-1.json').answers.map(({ question }) => question);
  const kinds = questions().filter(({ id }) => answered.includes(id));
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['number', 'choice', 'order', 'reach', 'prediction']),
  );
  expect(fixturesIn('work/').toSorted()).toEqual(FILES.map(([name]) => `work/${name}`).toSorted());
});
