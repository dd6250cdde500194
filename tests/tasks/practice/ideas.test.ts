import { describe, expect, it } from 'vitest';
import { ideaFaults } from '../../../src/tasks/practice/author/ideas.ts';
import { loadBook, readBook } from '../../../src/tasks/practice/author/load.ts';
import { registry } from '../../../src/tasks/practice/author/registry.ts';

const question = (id: string, idea?: string) => ({
  ...{ id, version: 1, kind: 'number', core: true, objective: 'o', minutes: 1, prompt: 'p' },
  ...{ solution: 's', answer: 1, tolerance: { absolute: 0 }, ...(idea && { idea }) },
});
const bookOf = (ideas: unknown, questions: readonly object[], others: object = {}) =>
  readBook(
    new Map([
      ['content/c/01-one.mdx', ''],
      ['content/c/01-one.questions.yaml', JSON.stringify(questions)],
      ...(ideas === undefined ? [] : [['content/c/ideas.yaml', JSON.stringify(ideas)] as const]),
      ...Object.entries(others as Record<string, string>),
    ]),
  );
const faults = (...asked: Parameters<typeof bookOf>): string =>
  ideaFaults(bookOf(...asked)).join('\n');

const IDEAS = [
  { id: 'batching', phrase: 'Batches raise capacity', review: true },
  { id: 'tails', phrase: 'Tails matter' },
];
const THREE = [question('a', 'batching'), question('b', 'batching'), question('c', 'tails')];

describe('the ideas of a chapter', () => {
  it('are each asked about, by two questions or more where they are to be brought back', () => {
    expect(faults(IDEAS, THREE)).toBe('');
    expect(faults(IDEAS, THREE.slice(1))).toBe(
      'content/c/ideas.yaml, idea "batching": only one question asks about it; write another, or take review: true away',
    );
    expect(faults(IDEAS, THREE.slice(0, 2))).toContain('idea "tails": no question asks about it');
  });

  it('are named by every question, with file and line where one names none or one that is not there', () => {
    const where = /^content\/c\/01-one\.questions\.yaml:1, question "d": /;
    expect(faults(IDEAS, [question('d'), ...THREE])).toMatch(where);
    expect(faults(IDEAS, [question('d'), ...THREE])).toContain(
      'idea is missing; content/c/ideas.yaml has batching, tails',
    );
    expect(faults(IDEAS, [question('d', 'tail'), ...THREE])).toMatch(where);
    expect(faults(IDEAS, [question('d', 'tail'), ...THREE])).toContain('there is no idea "tail"');
    expect(faults(undefined, THREE)).toContain('content/c/ideas.yaml has none');
  });

  it('have names of their own, and those of another chapter are no help', () => {
    expect(faults([...IDEAS, IDEAS[1]], THREE)).toContain('idea "tails": it stands here twice');
    const other = { 'content/d/ideas.yaml': JSON.stringify(IDEAS) };
    expect(faults(undefined, THREE, other)).toContain(
      'there is no idea "batching"; content/c/ideas.yaml has none',
    );
    expect(faults(IDEAS, THREE, other)).toContain(
      'content/d/ideas.yaml, idea "tails": no question asks',
    );
  });

  it('stop the build with the file where the table cannot be meant', () => {
    for (const [table, said] of [
      [[{ id: 'batching' }], 'phrase: it is missing'],
      [[{ ...IDEAS[0], reveiw: true }], '“reveiw”'],
      [{ batching: 'x' }, 'wanted is a list'],
    ] as const) {
      expect(() => bookOf(table, THREE)).toThrow(said);
      expect(() => bookOf(table, THREE)).toThrow('content/c/ideas.yaml');
    }
  });

  it('stand in the registry, and change no hash', () => {
    const [first] = registry(bookOf(IDEAS, [question('a', 'batching')]));
    const [bare] = registry(bookOf(IDEAS, [question('a')]));
    expect(first?.idea).toBe('batching');
    expect(first?.hash).toBe(bare?.hash);
  });

  it('of the book itself are in order', () => {
    expect(ideaFaults(loadBook())).toEqual([]);
  });
});

describe('the hash of a question', () => {
  const prediction = {
    ...{ id: 'q', version: 1, kind: 'prediction', objective: 'o', prompt: 'p', after: 'a' },
    ...{ instance: 'i', measure: 'm', when: { x: 1 }, min: 0, max: 9, unit: 'ms' },
  };

  it('is that of earlier editions, whatever has become possible since', () => {
    const hashes = registry(
      bookOf(undefined, [
        question('a'),
        { ...prediction, form: 'number' },
        { ...prediction, id: 'r', form: 'curve', spread: { param: 'x', values: [1, 2, 3] } },
      ]),
    ).map(({ hash }) => hash);
    expect(hashes).toEqual(['4eb1de914d88437d', 'b7f64849e62f0618', '52838f6c7230510b']);
  });
});
