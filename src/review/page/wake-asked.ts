/** Wakes a question away from its lesson. Fetched when one is asked. */
import { wake } from '../../tasks/practice/page/wake.ts';
import type { StorageLike } from '../../tasks/storage/local.ts';
import { WorkStore } from '../../tasks/storage/store.ts';

/** Wakes it where it stands. What is done goes into the log of the reader’s work; `onJudged` hears of the first answer. */
export function wakeAsked(
  question: HTMLElement,
  work: WorkStore,
  onJudged: (isRight: boolean) => void,
): void {
  const apart = new WorkStore(memory);
  let known = 0;
  let isJudged = false;
  apart.addEventListener('change', () => {
    const fresh = apart.work.log.slice(known);
    known += fresh.length;
    for (const { id: _id, time: _time, ...entry } of fresh) {
      work.record(entry);
      if (isJudged || entry.correct === undefined) continue;
      isJudged = true;
      onJudged(entry.correct);
    }
  });
  wake(question, apart);
}

function memory(): StorageLike {
  const held = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
}
