import { describe, expect, it } from 'vitest';
import { WORK } from '#words/src/tasks/judge/words';
import { inWords } from '../../../src/tasks/storage/pure/amiss.ts';
import { readWork } from '../../../src/tasks/storage/pure/read-work.ts';
import { WorkStore } from '../../../src/tasks/storage/store.ts';
import { FakeStorage } from './fake-storage.ts';
import { realisticFile } from './mutants.ts';
import { loadText } from './panel.ts';
import { fileText } from '../../../src/tasks/storage/pure/file-text.ts';

const now = (): Date => new Date(Date.UTC(2026, 5, 1));
const open = (storage = new FakeStorage()): WorkStore => new WorkStore(() => storage, now, 'book');
interface Loose {
  [name: string]: Loose;
}
/** The text of a realistic file with one change in it. */
function changed(change: (file: Loose) => void): string {
  const file = realisticFile(2) as Loose;
  change(file);
  return JSON.stringify(file);
}
const read = (change: (file: Loose) => void) => readWork(changed(change), 'book');
const label = (id: string): string => `“${id}”`;

describe('one broken part', () => {
  const BROKEN: readonly [string, unknown][] = [
    ['a settings answer with something nested', { maxBatch: { toString: 1 } }],
    ['a list of lists', [['mean']]],
    ['points without a height', [{ x: 1 }]],
    ['a number', 5],
    ['a text without end', 'x'.repeat(8_001)],
    ['more points than any line has', Array.from({ length: 1_001 }, () => ({ x: 1, y: 1 }))],
    ['a prototype', JSON.parse('{"__proto__": 1}')],
  ];

  it.each(BROKEN)('as an answer (%s) is named, and the nine others are loaded', (_what, given) => {
    const { work, unread } = read((file) => {
      (file['answers']!['q3@2'] as Record<string, unknown>)['answer'] = given;
    });
    expect(Object.keys(work.answers)).toHaveLength(9);
    expect(work.log).toHaveLength(30);
    expect(unread.map(({ where }) => where)).toEqual(['answers.q3@2']);
    expect(inWords(unread, label)).toBe('the answer to “q3”');
  });

  it.each([
    ['saw', { toString: 1 }],
    ['correct', 'yes'],
    ['version', 1.5],
    ['time', '+275760-09-13T00:00:00.000Z'],
    ['time', '2026-02-29T10:00:00.000Z'],
    ['time', 'yesterday'],
    ['question', ['q3']],
  ])('as the field %s of an answer (%j) puts that answer aside', (field, value) => {
    const { work, unread } = read((file) => {
      (file['answers']!['q3@2'] as Record<string, unknown>)[field] = value;
    });
    expect(Object.keys(work.answers)).toHaveLength(9);
    expect(unread).toHaveLength(1);
  });

  it.each([
    ['settings', { a: [1] }],
    ['seed', {}],
    ['backend', null],
    ['credit', '1'],
    ['kind', 'cheat'],
    ['answer', [{}]],
  ])('as the field %s of an entry (%j) puts that entry aside', (field, value) => {
    const { work, unread } = read((file) => {
      (file['log'] as unknown as Record<string, unknown>[])[4]![field] = value;
    });
    expect(work.log).toHaveLength(29);
    expect(inWords(unread, label)).toBe('1 entry of the log');
  });

  it('as a run puts that run aside, and its experiment keeps its count and the others', () => {
    const { work, unread } = read((file) => {
      const { recent } = file['runs']!['one'] as unknown as { recent: Loose[] };
      (recent[1]!['run'] as Record<string, unknown>)['measures'] = { mean: 'many' };
    });
    expect(work.runs['one']).toMatchObject({ count: 9 });
    expect(work.runs['one']?.recent).toHaveLength(3);
    expect(inWords(unread, label)).toBe('1 run');
  });

  it('as a whole list leaves what stands beside it', () => {
    const { work, unread } = read((file) => {
      file['log'] = 'gone' as never;
    });
    expect(Object.keys(work.answers)).toHaveLength(10);
    expect(inWords(unread, label)).toBe('1 other part');
  });

  it('under the id of another entry is not dropped unsaid; the same entry twice is', () => {
    const { work, unread } = read((file) => {
      const log = file['log'] as unknown as Record<string, unknown>[];
      log.push({ ...log[0] }, { ...log[0], answer: 'forged' });
    });
    expect(work.log).toHaveLength(30);
    expect(unread.map(({ where }) => where)).toEqual(['log[31]']);
  });
});

it('three questions are named and the others counted, and nothing is named at length', () => {
  const parts = Array.from({ length: 7 }, (_, i) => ({
    of: 'answers' as const,
    where: '',
    name: `q${i}`.padEnd(i === 0 ? 500 : 0, 'x'),
    value: 0,
  }));
  const entry = { of: 'log' as const, where: '', name: 'q', value: 0 };
  const words = inWords([...parts, entry, entry], label);
  expect(words).toContain(', “q1”, “q2” and 4 other questions and 2 entries of the log');
  expect(words.length).toBeLessThan(200);
});

describe('times', () => {
  it.each([
    ['2026-01-02', '2026-01-02T00:00:00.000Z'],
    ['2026-01-02T03:04Z', '2026-01-02T03:04:00.000Z'],
    ['2026-01-02T03:04:05+00:00', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05.6789Z', '2026-01-02T03:04:05.678Z'],
  ])('as other programs write them (%s) are brought into one form', (time, inOneForm) => {
    const { work } = read((file) => {
      (file['answers']!['q3@2'] as Record<string, unknown>)['time'] = time;
    });
    expect(work.answers['q3@2']?.time).toBe(inOneForm);
  });
});

describe('fields of a later edition', () => {
  it('survive a load, a reload and a save when they are small', () => {
    const storage = new FakeStorage();
    loadText(
      open(storage),
      changed((file) => {
        Object.assign(file, { course: { name: 'mlsys' } });
        Object.assign(file['answers']!['q3@2']!, { sure: 0.8 });
        Object.assign((file['log'] as unknown as Loose[])[0]!, { pen: 'mouse' });
      }),
    );
    const again = JSON.parse(fileText(open(storage).work)) as Loose;
    expect(again['course']).toEqual({ name: 'mlsys' });
    expect(again['answers']!['q3@2']).toMatchObject({ sure: 0.8 });
    expect((again['log'] as unknown as Loose[])[0]).toMatchObject({ pen: 'mouse' });
  });

  it('that are large or deep are put aside and named', () => {
    const store = open();
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const text = changed((file) => {
      Object.assign(file, { much: 'x'.repeat(5_000) });
      Object.assign(file['answers']!['q3@2']!, { deep: '@' });
    }).replace('"@"', deep);
    const { unread } = loadText(store, text);
    expect(unread.map(({ where }) => where)).toEqual(['answers.q3@2', 'much']);
    expect(fileText(store.work)).toContain('nested too deeply');
  });
});

it('a key that stands twice counts as in all JSON: the last one', () => {
  const text = changed(() => undefined).replace('"answers":', '"answers":{},"answers":');
  expect(Object.keys(readWork(text, 'book').work.answers)).toHaveLength(10);
});

it('a file in which nothing can be read is refused, with the first reason', () => {
  const text = JSON.stringify({
    format: 2,
    book: 'book',
    edition: '1',
    answers: { 'q@1': 1 },
    log: [],
  });
  expect(() => readWork(text, 'book')).toThrow(WORK.broken('answers.q@1'));
});

describe('what is put aside from a file', () => {
  const broken = changed((file) => {
    file['answers']!['q3@2'] = 'torn' as never;
  });

  it('is kept in the browser, goes into the saved file, and is not doubled when it is loaded again', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    loadText(store, broken);
    loadText(store, broken);
    const texts = open(storage).work.aside ?? [];
    expect(texts).toEqual(['{"torn', '[{"where":"answers.q3@2","value":"torn"}]']);
    expect((JSON.parse(fileText(store.work)) as { aside: string[] }).aside).toEqual(texts);
    const elsewhere = open();
    loadText(elsewhere, fileText(store.work));
    expect(elsewhere.work.aside).toEqual(texts);
  });

  it('is cut in the file where it is too long for one that can be loaded again', () => {
    const storage = new FakeStorage();
    storage.held.set('book/1/work', '\u0001'.repeat(1_400_000));
    const store = open(storage);
    store.record({ question: 'q', version: 1, kind: 'hint' });
    expect([...storage.held.values()].some((text) => text.length === 1_400_000)).toBe(true);
    const elsewhere = open();
    loadText(elsewhere, fileText(store.work));
    expect(elsewhere.work.aside?.[0]?.length).toBeGreaterThan(100_000);
  });
});

describe('what a run has found for a prediction', () => {
  const found = Array.from({ length: 100 }, (_, i) => (i % 7 === 0 ? null : -1.23456e-100));

  it('is read again, and is small enough for copies of the book that do not know it', () => {
    const { work, unread } = read((file) => {
      (file['answers']!['q3@2'] as Record<string, unknown>)['found'] = found;
    });
    expect(unread).toEqual([]);
    expect(work.answers['q3@2']?.found).toEqual(found);
    expect(JSON.stringify([['found', found]]).length).toBeLessThan(4_000);
  });

  it.each([[['a']], [Array.from({ length: 101 }, () => 1)], 'text'])(
    'is no answer where it is %j',
    (value) => {
      const { unread } = read((file) => {
        (file['answers']!['q3@2'] as Record<string, unknown>)['found'] = value;
      });
      expect(unread.map(({ where }) => where)).toEqual(['answers.q3@2']);
    },
  );
});
