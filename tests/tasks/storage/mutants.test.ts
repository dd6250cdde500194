import { expect, it } from 'vitest';
import { answerWords } from '../../../src/tasks/judge/answer-words.ts';
import { WorkStore } from '../../../src/tasks/storage/store.ts';
import { ALL } from '../../all.ts';
import { FakeStorage } from './fake-storage.ts';
import { mutant } from './mutants.ts';
import { loadText, problemOf } from './panel.ts';
import { fileText } from '../../../src/tasks/storage/pure/file-text.ts';

const now = (): Date => new Date(Date.UTC(2026, 5, 1));
const open = (storage: FakeStorage): WorkStore => new WorkStore(() => storage, now, 'book');

/** The versions of questions that the file speaks of, and one that it does not. */
const PLACES = [...Array.from({ length: 10 }, (_, i) => i), 99].map((i) => ({
  question: `q${i}`,
  version: 1 + (i % 2),
}));

/** What a page shows of what was loaded, as one text. */
function shown(store: WorkStore): string {
  return PLACES.flatMap(({ question, version }) => {
    const kept = store.answer(question, version) ?? store.oldAnswer(question, version + 1);
    const entries = store.entries(question, version).map(({ kind, credit }) => `${kind} ${credit}`);
    if (!kept) return entries;
    const day = new Date(kept.time).toDateString();
    return [...entries, answerWords(kept.answer, (id) => id.trim()), `${kept.saw}`, day];
  }).join();
}

/** Answers every question; what goes wrong then, on this page, in the file it saves and on the next page, is thrown. */
function answerAll(
  store: WorkStore,
  storage: FakeStorage,
  meanwhile: (next: WorkStore) => void,
): void {
  if (/\[object|Invalid/.test(shown(store))) throw new Error('not what a reader should see');
  for (const place of PLACES) {
    store.record({ ...place, kind: 'answer', answer: 'mine' }, { ...place, answer: 'mine' });
  }
  const elsewhere = open(new FakeStorage());
  loadText(elsewhere, fileText(store.work));
  const next = open(storage);
  meanwhile(next);
  for (const one of [store, elsewhere, next, open(storage)]) {
    shown(one);
    const lost = PLACES.filter(
      (place) => one.answer(place.question, place.version)?.answer !== 'mine',
    );
    if (lost.length > 0) throw new Error(`lost: ${lost.map(({ question }) => question).join()}`);
  }
}

/** What goes wrong when a file is loaded, now and once more after the answers; true when it was refused. */
function live(text: string): boolean {
  const storage = new FakeStorage();
  const store = open(storage);
  let isRefused = false;
  try {
    loadText(store, text);
  } catch (error) {
    isRefused = true;
    if (!/^This file .*\.$/.test((error as Error).message)) throw error;
  }
  answerAll(store, storage, (next) => isRefused || loadText(next, text));
  if (problemOf(store) !== '') throw new Error(problemOf(store));
  return isRefused;
}

/** What goes wrong when it stands in the browser's storage, under each of the keys. */
function liveStored(text: string): void {
  const storage = new FakeStorage();
  for (const name of ['work', 'runs', 'drafts']) storage.held.set(`book/1/${name}`, text);
  const store = open(storage);
  for (const { question, version } of PLACES) {
    store.drafts.of(question, version);
    store.drafts.keep(question, version, 'typed');
    if (store.drafts.of(question, version) !== 'typed') throw new Error('a draft is lost');
  }
  answerAll(store, storage, (next) => {
    if (problemOf(next) !== '') throw new Error(problemOf(next));
  });
}

const COUNT = ALL ? 1_000 : 300;
it.each([1, 2] as const)(
  'of broken files of format %i none loses an answer, and none stops the page',
  (format) => {
    const faults: string[] = [];
    let refused = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      try {
        if (live(mutant(format, seed))) refused += 1;
      } catch (error) {
        faults.push(`seed ${seed}: ${(error as Error).message}`);
      }
    }
    expect(faults).toEqual([]);
    // Most have one broken part, and the rest of them is loaded.
    expect(refused).toBeLessThan(COUNT / 5);
  },
);

it('of broken texts in the storage none loses an answer, and none stops the page', () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= COUNT / 2; seed += 1) {
    try {
      liveStored(mutant(seed % 2 === 0 ? 1 : 2, seed));
    } catch (error) {
      faults.push(`seed ${seed}: ${(error as Error).message}`);
    }
  }
  expect(faults).toEqual([]);
});
