import { expect, it } from 'vitest';
import { answerWords } from '../../../src/questions/page/say.ts';
import { WorkStore } from '../../../src/questions/work/store.ts';
import { FakeShelf } from './fake-shelf.ts';
import { mutant } from './mutants.ts';

const now = (): Date => new Date(Date.UTC(2026, 5, 1));
const open = (shelf: FakeShelf): WorkStore => new WorkStore(() => shelf, now, 'book');

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

/** What goes wrong when a file is loaded, every question is answered and the page is left; `true` when the file was refused. */
function live(text: string): boolean {
  const shelf = new FakeShelf();
  const store = open(shelf);
  let isRefused = false;
  try {
    store.load(text);
  } catch (error) {
    isRefused = true;
    if (!/^This file .*\.$/.test((error as Error).message)) throw error;
  }
  if (/\[object|Invalid/.test(shown(store))) throw new Error('not what a reader should see');
  for (const place of PLACES) {
    store.record({ ...place, kind: 'answer', answer: 'mine' }, { ...place, answer: 'mine' });
  }
  const elsewhere = open(new FakeShelf());
  elsewhere.load(store.toFile());
  const again = open(shelf);
  // Loaded once more, the file takes nothing away either.
  if (!isRefused) again.load(text);
  for (const one of [store, elsewhere, again, open(shelf)]) {
    shown(one);
    const lost = PLACES.filter(
      (place) => one.answer(place.question, place.version)?.answer !== 'mine',
    );
    if (lost.length > 0) throw new Error(`lost: ${lost.map(({ question }) => question).join()}`);
  }
  if (store.problem !== '') throw new Error(store.problem);
  return isRefused;
}

const COUNT = 1_000;
/** In milliseconds; a few seconds where nothing else runs. */
const PATIENCE = 180_000;
it.each([1, 2] as const)(
  'of 1,000 broken files of format %i none loses an answer, and none stops the page',
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
  PATIENCE,
);
