import { expect, it } from 'vitest';
import { fileText } from '../../../src/tasks/storage/pure/file-text.ts';
import { readWork } from '../../../src/tasks/storage/pure/read-work.ts';
import { emptyWork } from '../../../src/tasks/storage/pure/work.ts';
import { WorkStore } from '../../../src/tasks/storage/store.ts';
import { FakeStorage } from './fake-storage.ts';
import { loadText } from './panel.ts';

const KEY = 'book/1/review';
let tick = 0;
const clock = (): Date => new Date(Date.UTC(2026, 0, 1) + (tick += 1000));
const open = (storage = new FakeStorage(), now = clock): WorkStore =>
  new WorkStore(() => storage, now, 'book');
const brought = (question: string, step = 0) => ({ question, idea: 'i', from: 100, step });

it('what is brought back goes into the file and comes out of it, the newest first', () => {
  const first = open();
  first.bring(brought('q', 1));
  const text = fileText(first.work);
  first.bring({ ...brought('q', 1), isStopped: true });
  loadText(first, text);
  expect(first.review.of('q')?.isStopped).toBe(true);
  const other = open();
  loadText(other, text);
  expect(other.work.review).toEqual(readWork(text, 'book').work.review);
  expect(other.review.of('q')?.step).toBe(1);
});

it('two tabs keep what both have brought back, though the clock of one is behind', () => {
  const storage = new FakeStorage();
  const [one, two] = [open(storage), open(storage, () => new Date(Date.UTC(2025, 0, 1)))];
  one.bring(brought('q'));
  two.bring(brought('r'));
  two.bring(brought('q', 3));
  one.refresh();
  expect(one.review.of('q')?.step).toBe(3);
  expect(Object.keys(open(storage).review.all).sort()).toEqual(['q', 'r']);
});

it('hostile and torn parts are put aside, and the rest is read', () => {
  const good = { ...brought('q'), time: '2026-01-01T00:00:00.000Z' };
  const text = `{"q": ${JSON.stringify(good)}, "r": ${JSON.stringify(good)}, "__proto__": {"from": 1},
    "s": {"question": "s", "idea": "i", "from": 1e999, "step": 0, "time": "2026-01-01T00:00:00.000Z"},
    "t": {"question": "t", "idea": "i", "from": 1, "step": -1, "time": "2026-01-01T00:00:00.000Z"}}`;
  const storage = new FakeStorage();
  storage.held.set(KEY, text);
  const store = open(storage);
  expect(Object.keys(store.review.all)).toEqual(['q']);
  expect(store.amiss?.what).toBe('corruptReview');
  expect(store.work.aside).toEqual([text]);
  const { work, unread } = readWork(
    JSON.stringify({ ...emptyWork('book', '1'), review: JSON.parse(text) as unknown }),
    'book',
  );
  expect(Object.keys(work.review ?? {})).toEqual(['q']);
  expect(unread.map(({ where }) => where)).toContain('review.s');
});

it('no more is kept than there is room for, and a full storage loses nothing of what is there', () => {
  const storage = new FakeStorage();
  const store = open(storage);
  for (let i = 0; i < 510; i += 1) store.review.keep(brought(`q-${i}`));
  expect(Object.keys(store.review.all)).toHaveLength(500);
  expect(store.review.of('q-509')).toBeDefined();
  storage.room = 0;
  store.bring(brought('late'));
  expect(store.work.review?.['late']).toBeDefined();
  expect(Object.keys(open(storage).review.all)).toHaveLength(500);
});
