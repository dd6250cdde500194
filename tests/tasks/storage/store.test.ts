import { describe, expect, it } from 'vitest';
import type { StorageLike } from '../../../src/tasks/storage/local.ts';
import { WorkStore } from '../../../src/tasks/storage/store.ts';
import { merge } from '../../../src/tasks/storage/pure/merge.ts';
import { readWork } from '../../../src/tasks/storage/pure/read-work.ts';
import { emptyWork, type Work } from '../../../src/tasks/storage/pure/work.ts';
import { FakeStorage } from './fake-storage.ts';
import { WORK } from '#words/src/tasks/judge/words';
import { FILES, AMISS } from '#words/src/tasks/storage/pure/words';
import { loadText, problemOf } from './panel.ts';
import { fileText } from '../../../src/tasks/storage/pure/file-text.ts';

let tick = 0;
const clock = (): Date => new Date(Date.UTC(2026, 0, 1) + (tick += 1000));
const open = (storage: StorageLike): WorkStore => new WorkStore(() => storage, clock, 'book');
const KEY = 'book/1/work';
const answer = (store: WorkStore, given: string, question = 'q', version = 1): void =>
  store.record(
    { kind: 'answer', question, version, answer: given, correct: false, credit: 0 },
    { question, version, answer: given, correct: false },
  );
const kept = (text: string, time: string): Work => ({
  ...emptyWork('book', '1'),
  answers: { 'q@1': { question: 'q', version: 1, answer: text, time } },
  log: [{ id: `${text}-entry`, question: 'q', version: 1, kind: 'answer', answer: text, time }],
});

describe('a draft', () => {
  const store = (storage: StorageLike) => open(storage).drafts;

  it('is kept until the answer is handed in, and goes into no file', () => {
    const storage = new FakeStorage();
    const first = open(storage);
    expect(first.drafts.keep('q', 1, '7')).toBe(true);
    expect(first.drafts.keep('r', 1, [{ x: 1, y: 2 }])).toBe(true);
    expect(store(storage).of('q', 1)).toBe('7');
    expect(store(storage).of('q', 2)).toBeUndefined();
    expect(fileText(first.work)).not.toContain('"7"');
    answer(first, '76 ms');
    expect(store(storage).of('q', 1)).toBeUndefined();
    expect(store(storage).of('r', 1)).toEqual([{ x: 1, y: 2 }]);
    store(storage).keep('r', 1, []);
    expect(store(storage).of('r', 1)).toBeUndefined();
  });

  it('is not kept where there is no room, and one that is none is not shown', () => {
    const storage = new FakeStorage();
    storage.held.set('book/1/drafts', '{"q@1": 5, "r@1": {"x": 1}, "s@1": "3"}');
    expect(store(storage).of('q', 1)).toBeUndefined();
    expect(store(storage).of('r', 1)).toBeUndefined();
    expect(store(storage).of('s', 1)).toBe('3');
    storage.room = 0;
    expect(store(storage).keep('q', 1, '7')).toBe(false);
  });

  it.each(['{"q@1": "half', '"q"', '[]'])(
    'in a text that cannot be read (%s) is put aside, said once, and makes room',
    (text) => {
      const storage = new FakeStorage();
      storage.held.set('book/1/drafts', text);
      const first = open(storage);
      expect(first.amiss).toEqual({ what: 'corruptDrafts' });
      expect(first.work.aside).toEqual([text]);
      expect(open(storage).amiss).toBeUndefined();
      expect(first.drafts.keep('q', 1, '7')).toBe(true);
      expect(store(storage).of('q', 1)).toBe('7');
      expect(open(storage).work.aside).toEqual([text]);
    },
  );

  it('in a text that can be neither read nor put aside is not written over', () => {
    const storage = new FakeStorage();
    storage.held.set('book/1/drafts', '{"half');
    storage.room = 0;
    const first = open(storage);
    expect(first.drafts.keep('q', 1, '7')).toBe(false);
    expect(first.amiss).toEqual({ what: 'corruptDrafts' });
    expect(storage.held.get('book/1/drafts')).toBe('{"half');
  });
});

describe('work in the browser', () => {
  it('is saved at once and is there after a reload', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    answer(store, '76 ms');
    expect(store.savedAt).not.toBe('');
    const again = open(storage);
    expect(again.answer('q', 1)).toMatchObject({ answer: '76 ms' });
    expect(again.entries('q', 1)).toHaveLength(1);
    expect(problemOf(again)).toBe('');
  });

  it('keeps every attempt in the log, the first one first, and the last as the answer', () => {
    const store = open(new FakeStorage());
    for (const text of ['1', '2', '3']) answer(store, text);
    expect(store.entries('q', 1).map((entry) => entry.answer)).toEqual(['1', '2', '3']);
    expect(store.answer('q', 1)?.answer).toBe('3');
  });

  it('survives a mended question as the answer to its old version', () => {
    const store = open(new FakeStorage());
    answer(store, 'old');
    expect(store.answer('q', 2)).toBeUndefined();
    expect(store.oldAnswer('q', 2)?.answer).toBe('old');
    expect(store.oldAnswer('q', 1)).toBeUndefined();
  });

  it('is not mixed with that of another book or edition on the same host', () => {
    const storage = new FakeStorage();
    answer(open(storage), 'mine');
    expect(new WorkStore(() => storage, clock, 'other').answer('q', 1)).toBeUndefined();
    expect(new WorkStore(() => storage, clock, 'book', '2').answer('q', 1)).toBeUndefined();
  });
});

describe('when storage fails', () => {
  it('because it is blocked, the page says so and keeps what is on screen', () => {
    const store = new WorkStore(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      clock,
      'book',
    );
    expect(problemOf(store)).toBe(WORK.blocked);
    answer(store, '5');
    expect(store.answer('q', 1)?.answer).toBe('5');
    expect(problemOf(store)).toBe(WORK.blocked);
    expect(store.savedAt).toBe('');
    expect(fileText(store.work)).toContain('"5"');
  });

  it('because it is full, the page says so, what was stored stays, and the next save that fits heals it', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    answer(store, 'first');
    storage.room = 10;
    answer(store, 'second');
    expect(problemOf(store)).toBe(WORK.full);
    expect(store.answer('q', 1)?.answer).toBe('second');
    expect(storage.held.get(KEY)).toContain('first');
    storage.room = 1e6;
    answer(store, 'third');
    expect(problemOf(store)).toBe('');
    expect(
      open(storage)
        .entries('q', 1)
        .map((e) => e.answer),
    ).toEqual(['first', 'second', 'third']);
  });

  it.each([
    '{"format":1,"boo',
    'null',
    '[]',
    '{"format":1,"book":"book","edition":"1","answers":{"q@1":3},"log":[]}',
  ])(
    'because what is stored is corrupt (%s), it is put aside unchanged and joins the saved file',
    (text) => {
      const storage = new FakeStorage();
      storage.held.set(KEY, text);
      const store = open(storage);
      expect(problemOf(store)).toBe(AMISS.corrupt);
      answer(store, 'new');
      const aside = [...storage.held].filter(([key]) => key.startsWith(`${KEY}/aside/`));
      expect(aside.map(([, held]) => held)).toEqual([text]);
      expect(storage.held.get(KEY)).toContain('new');
      const later = open(storage);
      expect(problemOf(later)).toBe('');
      expect((JSON.parse(fileText(later.work)) as Work).aside).toEqual([text]);
    },
  );

  it('because it is corrupt and full, nothing is written over it, and it is put aside when there is room', () => {
    const storage = new FakeStorage();
    storage.held.set(KEY, 'precious, but torn');
    storage.room = 3;
    const store = open(storage);
    answer(store, 'new');
    expect(problemOf(store)).toBe(WORK.stuck);
    expect(store.isKept).toBe(false);
    expect(storage.held.get(KEY)).toBe('precious, but torn');
    expect(fileText(store.work)).toContain('precious, but torn');
    expect(fileText(store.work)).toContain('new');
    storage.room = 1e6;
    answer(store, 'newer');
    expect(problemOf(store)).toBe(AMISS.corrupt);
    expect([...storage.held.values()]).toContain('precious, but torn');
    expect(open(storage).answer('q', 1)?.answer).toBe('newer');
  });

  it('because a newer edition wrote it, it is put aside and not called corrupt', () => {
    const storage = new FakeStorage();
    storage.held.set(KEY, JSON.stringify({ ...emptyWork('book', '1'), format: 99 }));
    expect(problemOf(open(storage))).toBe(AMISS.newer);
  });
});

describe('work of an older format', () => {
  it('is migrated step by step', () => {
    const old = JSON.stringify({ format: -1, book: 'book', done: { q: '5' } });
    const { work: migrated } = readWork(old, 'book', {
      [-1]: ({ done, ...work }) => ({
        ...work,
        format: 0,
        answers: {
          'q@1': {
            question: 'q',
            version: 1,
            answer: (done as { q: string }).q,
            time: '2026-01-01T00:00:00.000Z',
          },
        },
        log: [],
      }),
      0: (work) => ({ ...work, format: 1, edition: '1' }),
      1: (work) => ({ ...work, format: 2, runs: {} }),
    });
    expect(migrated.answers['q@1']?.answer).toBe('5');
    expect(migrated.format).toBe(2);
  });

  it('without a way to the present one is refused', () => {
    expect(() => readWork('{"format":-5,"book":"book"}', 'book')).toThrow(WORK.broken('format'));
  });
});

describe('a file of work', () => {
  const early = '2020-01-01T00:00:00.000Z';
  const late = '2030-01-01T00:00:00.000Z';

  it('is read back as it was saved', () => {
    const store = open(new FakeStorage());
    answer(store, '7');
    const other = open(new FakeStorage());
    expect(loadText(other, fileText(store.work))).toMatchObject({ added: 1, entries: 1, older: 0 });
    expect(other.answer('q', 1)).toEqual(store.answer('q', 1));
    expect(loadText(other, fileText(store.work))).toMatchObject({ added: 0, entries: 0, older: 0 });
  });

  it('never replaces newer work, and says how much of it is older', () => {
    const store = open(new FakeStorage());
    answer(store, 'mine');
    const merged = loadText(store, JSON.stringify(kept('theirs', early)));
    expect(merged).toMatchObject({ added: 0, entries: 1, older: 1 });
    expect(store.answer('q', 1)?.answer).toBe('mine');
    expect(store.work.log.map((entry) => entry.answer)).toEqual(['theirs', 'mine']);
    expect(FILES.older(1)).toContain('yours stay');
    loadText(store, JSON.stringify(kept('latest', late)));
    expect(store.answer('q', 1)?.answer).toBe('latest');
  });

  it.each([
    ['no JSON', 'hello', WORK.notJson],
    ['half of a file', '{"format":1,"book":"bo', 'cut short'],
    ['no book', '{"format":1}', WORK.noBook],
    ['a later format', JSON.stringify({ ...emptyWork('book', '9'), format: 3 }), FILES.newerFile],
    ['a list', '[]', FILES.unchanged],
    ['another book', JSON.stringify(emptyWork('cooking', '1')), '“cooking”'],
    ['broken answers', JSON.stringify({ ...emptyWork('book', '1'), answers: [] }), 'answers'],
    [
      'an entry without a time',
      JSON.stringify({ ...emptyWork('book', '1'), log: [{ id: 'x' }] }),
      'log[0]',
    ],
    ['over 2 MB', `"${'x'.repeat(2_000_000)}"`, '2 MB'],
  ])('with %s is refused with a sentence, and changes nothing', (_what, text, said) => {
    const store = open(new FakeStorage());
    answer(store, 'mine');
    const before = fileText(store.work);
    expect(() => loadText(store, text)).toThrow(said);
    expect(fileText(store.work)).toBe(before);
  });

  it('merges to the same work in either order', () => {
    const a = kept('a', early);
    const b = kept('b', late);
    expect(merge(a, b).work).toEqual(merge(b, a).work);
  });
});
