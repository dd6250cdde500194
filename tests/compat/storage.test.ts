import { describe, expect, it } from 'vitest';
import { dataOf } from './fixture.ts';
import { expectAllOf, expectedOf } from './old-work.ts';
import { OldStorage } from './storage-of.ts';
import { BOOK, openWork } from './today.ts';
import { problemOf } from '../tasks/storage/panel.ts';

/** The storage of two readers' browsers, key by key: one thorough, one hasty, whose work was once torn and put aside. */
const [THOROUGH = {}, HASTY = {}] = dataOf('storage.json') as readonly Readonly<
  Record<string, string>
>[];

/** What the thorough reader has entered and not handed in. */
const DRAFTS = {
  'latency-fan-out': '69',
  'latency-one-word': ['median'],
  'latency-predict-curve': [
    { x: 1, y: 100 },
    { x: 2, y: 40.5 },
    { x: 8, y: 60 },
  ],
  'poison-rank-defences': ['loss', 'neighbours', 'activations'],
  'sizes-doubling': '24,7 months',
  'sms-balanced-test': ['precision', 'roc-area'],
} as const;

describe('the storage of an earlier day', () => {
  it('has the keys that it had', () => {
    expect(BOOK.id).toBe('ml-systems-in-production');
    expect(Object.keys(THOROUGH).toSorted()).toEqual([
      'ml-systems-in-production.place',
      'ml-systems-in-production.read',
      'ml-systems-in-production.theme',
      'ml-systems-in-production/1/drafts',
      'ml-systems-in-production/1/work',
    ]);
    const work = 'ml-systems-in-production/1/work';
    expect(Object.keys(HASTY).filter((key) => key.startsWith(`${work}/aside/`))).toHaveLength(1);
  });

  it.each([
    ['thorough', THOROUGH, 'format-1.json'],
    ['hasty', HASTY, 'format-1-hasty.json'],
  ])('of a %s reader gives all the work back', (_reader, held, name) => {
    const store = openWork(new OldStorage(held));
    expect(problemOf(store)).toBe('');
    expectAllOf(store, expectedOf(name));
  });

  it('gives back what was entered and not handed in', () => {
    const { drafts } = openWork(new OldStorage(THOROUGH));
    for (const [question, draft] of Object.entries(DRAFTS)) {
      expect.soft(drafts.of(question, 1), question).toEqual(draft);
    }
  });

  it('takes a new answer, and then still holds all the old ones and the drafts', () => {
    const storage = new OldStorage(HASTY);
    const place = { question: 'a-question-to-come', version: 1 };
    openWork(storage).record({ kind: 'answer', answer: '7', ...place }, { answer: '7', ...place });
    const again = openWork(storage);
    expectAllOf(again, expectedOf('format-1-hasty.json'));
    expect(again.answer('a-question-to-come', 1)).toMatchObject({ answer: '7' });
  });
});
