import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORK } from '#words/src/tasks/judge/words';
import { WorkStore } from '../../../src/tasks/storage/store.ts';
import { emptyWork, type KeptAnswer, type LogEntry } from '../../../src/tasks/storage/pure/work.ts';
import { FakeStorage } from './fake-storage.ts';
import { AMISS } from '#words/src/tasks/storage/pure/words';
import { loadText, problemOf } from './panel.ts';
import { fileText } from '../../../src/tasks/storage/pure/file-text.ts';

const KEY = 'book/1/work';
let day = 1;
const now = (): Date => new Date(Date.UTC(2026, 5, day));
const open = (storage: FakeStorage): WorkStore => new WorkStore(() => storage, now, 'book');
function answer(store: WorkStore, given: string, question = 'q'): void {
  const place = { question, version: 1 };
  store.record({ ...place, kind: 'answer', answer: given }, { ...place, answer: given });
}
const given = (storage: FakeStorage, question = 'q'): unknown =>
  open(storage).answer(question, 1)?.answer;
const entry = (i: number, time: string, answer = 'theirs'): LogEntry => ({
  ...{ id: `entry-${i}`, question: 'q', version: 1, kind: 'answer', answer, time },
});
const kept = (question: string, time: string): KeptAnswer => ({
  ...{ question, version: 1, answer: 'theirs', time },
});
function file(answers: readonly KeptAnswer[], log: readonly LogEntry[] = []): string {
  const table = Object.fromEntries(answers.map((one) => [`${one.question}@1`, one]));
  return JSON.stringify({ ...emptyWork('book', '1'), answers: table, log });
}

beforeEach(() => {
  day = 1;
});

describe('an answer given after a file from a clock that runs ahead', () => {
  it.each(['2026-06-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    '(%s) stands, also when the file is loaded again and in another tab',
    (time) => {
      const storage = new FakeStorage();
      const [store, other] = [open(storage), open(storage)];
      loadText(store, file([kept('q', time)], [entry(1, time)]));
      other.refresh();
      expect(other.answer('q', 1)?.answer).toBe('theirs');
      answer(store, 'mine');
      // The page shows when it was given, and not the time that it needed to be the newest.
      expect(store.answer('q', 1)?.clock).toMatch(/^2026-06-01T/);
      other.refresh();
      answer(other, 'elsewhere', 'r');
      expect(other.answer('q', 1)?.answer).toBe('mine');
      loadText(store, file([kept('q', time)]));
      expect(given(storage)).toBe('mine');
      expect(open(storage).work.log.map((one) => one.answer)).toEqual([
        'theirs',
        'mine',
        'elsewhere',
      ]);
    },
  );
});

describe('two tabs', () => {
  it('that write in the same moment lose nothing: who hears of it writes what is missing', () => {
    const storage = new FakeStorage();
    const [one, two] = [open(storage), open(storage)];
    answer(two, 'from two', 'b');
    const late = storage.held.get(KEY) ?? '';
    storage.held.delete(KEY);
    answer(one, 'from one', 'a');
    // The write of the other tab arrives, made without having seen this one.
    storage.held.set(KEY, late);
    one.refresh();
    expect([given(storage, 'a'), given(storage, 'b')]).toEqual(['from one', 'from two']);
    const { written } = storage;
    two.refresh();
    one.refresh();
    expect(storage.written).toBe(written);
  });

  it('of which one dies when the other has written over it lose nothing: who hears of it writes it again', () => {
    const storage = new FakeStorage();
    const [one, two] = [open(storage), open(storage)];
    answer(one, 'from one', 'a');
    const heard = storage.held.get(KEY) ?? '';
    // The other tab writes before it has seen this one.
    storage.held.delete(KEY);
    answer(two, 'from two', 'b');
    two.refresh(two.keys[0], heard);
    expect([given(storage, 'a'), given(storage, 'b')]).toEqual(['from one', 'from two']);
    const { written } = storage;
    two.refresh(two.keys[0], heard);
    two.refresh(two.keys[0], 'garbage');
    expect(storage.written).toBe(written);
  });

  it('that mark the same sentence in the same moment keep both, and a mark that was removed stays away', () => {
    const storage = new FakeStorage();
    const [one, two] = [open(storage), open(storage)];
    const key = one.keys[2] ?? '';
    const mark = { lesson: '/lessons/a/', quote: 'The same.', before: '', after: '' };
    const first = one.marks.keep({ ...mark, note: 'one' }) ?? '';
    const heard = storage.held.get(key) ?? '';
    storage.held.delete(key);
    two.marks.keep({ ...mark, note: 'two' });
    two.refresh(key, heard);
    two.flush();
    const notes = (): unknown => Object.values(open(storage).marks.all).map(({ note }) => note);
    expect(notes()).toEqual(expect.arrayContaining(['one', 'two']));
    const before = fileText(two.work);
    day = 2;
    two.marks.remove(first);
    loadText(one, before);
    expect(open(storage).marks.all[first]).toMatchObject({ isGone: true, quote: '' });
    const { written } = storage;
    one.refresh(key, storage.held.get(key));
    two.refresh(key, storage.held.get(key));
    expect(storage.written).toBe(written);
  });

  it('do not bring back what the reader has cleared', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    answer(store, 'mine');
    storage.held.clear();
    store.refresh();
    expect(storage.held.size).toBe(0);
  });

  it('survive garbage that somebody else writes between them', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    answer(store, 'mine');
    storage.held.set(KEY, `${'['.repeat(50_000)}`);
    store.refresh();
    answer(store, 'next', 'r');
    expect([given(storage), given(storage, 'r')]).toEqual(['mine', 'next']);
  });
});

it('marks that are torn are put aside and the others read; one too many is refused, and none gives way', () => {
  const storage = new FakeStorage();
  const store = open(storage);
  const key = store.keys[2] ?? '';
  const mark = { lesson: '/lessons/a/', quote: 'x'.repeat(1_900), before: '', after: '' };
  const ids = Array.from({ length: 200 }, () => store.marks.keep(mark));
  const kept = ids.filter((id) => id !== undefined);
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.length).toBeLessThan(200);
  expect(Object.keys(open(storage).marks.all)).toHaveLength(kept.length);
  expect(store.marks.keep({ ...mark, quote: 'x'.repeat(2_001) })).toBeUndefined();
  storage.held.set(
    key,
    JSON.stringify({ a: { ...mark, time: 'now' }, b: { ...mark, time: '2026-06-01' } }),
  );
  const torn = open(storage);
  expect(Object.keys(torn.marks.all)).toEqual(['b']);
  expect(torn.amiss?.what).toBe('corruptMarks');
  expect(torn.work.aside).toHaveLength(1);
});

it('an older copy of the book that shares the storage can read what is stored', () => {
  const storage = new FakeStorage();
  const store = open(storage);
  answer(store, 'mine');
  store.runs.keep('one', run(1), 'done');
  const stored = JSON.parse(storage.held.get(KEY) ?? '') as Record<string, unknown>;
  expect(stored).toMatchObject({ format: 1, edition: '1', answers: { 'q@1': { answer: 'mine' } } });
  expect(stored).not.toHaveProperty('runs');
});

it('the draft of an answer goes only when the answer is there', () => {
  const storage = new FakeStorage();
  const store = open(storage);
  store.drafts.keep('q', 1, 'typed');
  storage.room = 0;
  answer(store, 'typed');
  expect(problemOf(store)).toBe(WORK.full);
  storage.room = 1e6;
  expect(open(storage).drafts.of('q', 1)).toBe('typed');
  answer(store, 'typed');
  expect(open(storage).drafts.of('q', 1)).toBeUndefined();
});

it('an answer that is too long to be read again is kept as far as it goes', () => {
  const storage = new FakeStorage();
  answer(open(storage), '7'.repeat(20_000));
  expect(given(storage)).toBe('7'.repeat(8_000));
});

describe('more than there is room for', () => {
  const timeOf = (i: number): string => new Date(Date.UTC(2025, 0, 1, 0, 0, i)).toISOString();

  it('in a file: the newest answers are loaded, the others named, ours stay', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    answer(store, 'mine');
    const many = Array.from({ length: 1_500 }, (_, i) => kept(`q${i}`, timeOf(i)));
    const { added, over } = loadText(store, file(many));
    expect([added, over.length]).toEqual([999, 501]);
    expect(over.map(({ name }) => name)).toContain('q500');
    expect(store.answer('q1499', 1)?.answer).toBe('theirs');
    expect(given(storage)).toBe('mine');
    expect(fileText(store.work)).toContain('answers.q500@1');
  });

  it('in a log: ours stays, theirs gives way from its oldest entry, and an answer finds room', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    answer(store, 'mine');
    const log = Array.from({ length: 1_500 }, (_, i) => entry(i, timeOf(i), 'x'.repeat(900)));
    const { entries, over } = loadText(store, file([], log));
    expect(entries + over.length).toBe(1_500);
    expect(over.length).toBeGreaterThan(300);
    expect(store.work.log.at(-2)?.id).toBe('entry-1499');
    answer(store, 'after', 'r');
    const again = open(storage);
    expect([given(storage), given(storage, 'r')]).toEqual(['mine', 'after']);
    expect(again.entries('r', 1)).toHaveLength(1);
    expect(storage.held.get(KEY)?.length).toBeLessThanOrEqual(1_000_000);
    expect(problemOf(store)).toBe(AMISS.nearlyFull);
    const elsewhere = open(new FakeStorage());
    loadText(elsewhere, fileText(store.work));
    expect(elsewhere.answer('r', 1)?.answer).toBe('after');
  });

  it('when the log is full of what a clock that runs ahead has written, what is done now is in it', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    const log = Array.from({ length: 1_200 }, (_, i) =>
      entry(i, timeOf(i).replace('2025', '2999'), 'x'.repeat(900)),
    );
    loadText(store, file([], log));
    for (let i = 0; i < 5; i += 1) answer(store, `${i}`, 'r');
    expect(
      open(storage)
        .entries('r', 1)
        .map((one) => one.answer),
    ).toEqual(['0', '1', '2', '3', '4']);
  });
});

function run(seed: number, text = '') {
  const settings = { seed, text };
  return {
    widget: 'a-widget',
    version: 1,
    settings,
    measures: { mean: 1, none: null },
    backend: 'sim',
  };
}

describe('runs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are counted, and the last different ones are kept, oldest first', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    for (const seed of [1, 2, 3, 1]) store.runs.keep('one', run(seed), 'done');
    store.runs.keep('two', run(1), 'partial');
    store.flush();
    const { runs } = open(storage);
    expect(runs.of('one').count).toBe(4);
    expect(runs.of('one').recent.map((one) => one.run.settings['seed'])).toEqual([2, 3, 1]);
    expect(runs.of('two').recent).toMatchObject([{ run: run(1), state: 'partial' }]);
    expect(runs.of('three')).toEqual({ count: 0, recent: [] });
  });

  it('that come a hundred times a second are written twice, and all are there when the page is left', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    for (let seed = 1; seed <= 100; seed += 1) {
      store.runs.keep('one', run(seed), 'done');
      vi.advanceTimersByTime(9);
    }
    expect(storage.written).toBe(2);
    store.flush();
    expect(open(storage).runs.of('one').count).toBe(100);
    expect(storage.written).toBe(3);
    vi.advanceTimersByTime(5_000);
    expect(storage.written).toBe(3);
  });

  it('are there without a word from the page too, half a second later', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    store.runs.keep('one', run(1), 'done');
    store.runs.keep('one', run(2), 'done');
    vi.advanceTimersByTime(500);
    expect(open(storage).runs.of('one').count).toBe(2);
  });

  it('of two tabs count together', () => {
    const storage = new FakeStorage();
    const [one, two] = [open(storage), open(storage)];
    for (const store of [one, two, one, two]) {
      store.runs.keep('one', run(1), 'done');
      vi.advanceTimersByTime(1_000);
    }
    expect(open(storage).runs.of('one').count).toBe(4);
  });

  it('go into the file, come from it, and count once however often it is loaded', () => {
    const store = open(new FakeStorage());
    for (const seed of [1, 2]) store.runs.keep('one', run(seed), 'done');
    const storage = new FakeStorage();
    const other = open(storage);
    other.runs.keep('one', run(2), 'done');
    for (let i = 0; i < 3; i += 1) loadText(other, fileText(store.work));
    expect(open(storage).runs.of('one').count).toBe(2);
    expect(open(storage).runs.of('one').recent).toHaveLength(2);
  });

  it('take a bounded room: the oldest go, the last of each experiment stays as long as any can give way', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    for (let i = 0; i < 600; i += 1) {
      store.runs.keep(`e${i % 20}`, run(i, 'x'.repeat(1_500)), 'done');
      vi.advanceTimersByTime(600);
    }
    expect(storage.held.get('book/1/runs')?.length).toBeLessThanOrEqual(200_000);
    const { runs } = open(storage);
    for (let i = 0; i < 20; i += 1) {
      expect(runs.of(`e${i}`).count).toBe(30);
      expect(runs.of(`e${i}`).recent.at(-1)?.run.settings['seed']).toBe(580 + i);
    }
  });

  it('in storage that cannot be read are put aside and said, and what is run now is kept', () => {
    const storage = new FakeStorage();
    storage.held.set('book/1/runs', '{"one": {"count": "many"}}');
    const store = open(storage);
    expect(problemOf(store)).toBe(AMISS.corruptRuns);
    store.runs.keep('one', run(1), 'done');
    const again = open(storage);
    expect(again.runs.of('one').count).toBe(1);
    expect(again.work.aside).toEqual(['{"one": {"count": "many"}}']);
    expect(problemOf(again)).toBe('');
  });

  it('without storage are in the file all the same', () => {
    const store = new WorkStore(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      now,
      'book',
    );
    store.runs.keep('one', run(1), 'done');
    expect(JSON.parse(fileText(store.work))).toMatchObject({ runs: { one: { count: 1 } } });
  });
});

it('tries at a goal that come many a second are all in the log, written a few times', () => {
  vi.useFakeTimers();
  const storage = new FakeStorage();
  const store = open(storage);
  const place = { question: 'goal', version: 1 };
  for (let i = 0; i < 50; i += 1) {
    store.record({ ...place, kind: 'reach', correct: false }, { ...place, answer: { i } });
  }
  expect(storage.written).toBeLessThan(4);
  store.record({ ...place, kind: 'reach', correct: true }, { ...place, answer: { met: 1 } });
  expect(open(storage).entries('goal', 1)).toHaveLength(51);
  expect(open(storage).answer('goal', 1)?.answer).toEqual({ met: 1 });
  vi.useRealTimers();
});
