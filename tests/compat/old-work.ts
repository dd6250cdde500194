/** What old work holds, and whether a store of today has all of it. */
import { expect } from 'vitest';
import { dataOf } from './fixture.ts';
import { contentOf, type Kept, type Logged, type openWork } from './today.ts';

type Store = ReturnType<typeof openWork>;

/** The content of a work, frozen apart from the file that carries it. */
export interface OldWork {
  readonly answers: readonly Kept[];
  readonly log: readonly Logged[];
  readonly aside: readonly string[];
}

/** What a file with this name must give. */
export function expectedOf(name: string): OldWork {
  return dataOf(`work-expected/${name}`) as OldWork;
}

/** Fails unless the store holds every answer, every entry in its order, and every text put aside; more is no fault. */
export function expectAllOf(store: Store, old: OldWork): void {
  const { answers, log, aside } = contentOf(store);
  for (const kept of old.answers) {
    const { question, version } = kept;
    const what = `${question}@${version}`;
    const mine = answers.filter((one) => one.question === question && one.version === version);
    expect.soft(mine, what).toMatchObject([kept]);
    expect.soft(store.answer(question, version), what).toMatchObject(kept);
  }
  const ids = new Set(old.log.map(({ id }) => id));
  expect(log.filter(({ id }) => ids.has(id))).toMatchObject(old.log);
  expect(aside).toEqual(expect.arrayContaining([...old.aside]));
}
