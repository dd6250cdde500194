/**
 * A set survives its term: the book’s next edition comes while sixty students are half way. It withdraws items and adds seeds, and
 * an item has other numbers. Theirs stays what it was, where it was, and nobody takes it for anything else.
 */
import '../../../src/tasks/kinds/code/engine/node.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_GRADED } from '#words/src/tasks/grading/pure/grade/words';
import { CHECKED } from '#words/src/tasks/sets/page/words';
import { LINKS } from '#words/src/tasks/sets/pure/composed/words';
import { runsOf } from '../../../scripts/hand-in/class.ts';
import { workOf, type Ran } from '../../../scripts/hand-in/doing.ts';
import { students } from '../../../scripts/hand-in/students.ts';
import { repeat } from '../../../scripts/grade/rerun.ts';
import { gradeClass } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import {
  provenAssignments,
  provenStock,
  readAssignments,
} from '../../../src/tasks/sets/author/load.ts';
import { askedOf } from '../../../src/tasks/sets/author/make.ts';
import { told } from '../../../src/tasks/sets/page/check-file.ts';
import { addressIn } from '../../../src/tasks/sets/page/editions.ts';
import { workInFile } from '../../../src/tasks/sets/page/opened-file.ts';
import { AssignmentStore, databaseOf, otherEdition } from '../../../src/tasks/sets/page/store.ts';
import { keyByLink } from '../../../src/tasks/sets/pure/composed/composed.ts';
import {
  codeOfItem,
  fragmentOf,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { signed, submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { noteIn, variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { carried, carriedText } from '../../../src/tasks/sets/pure/work/carry.ts';
import { backupText } from '../../../src/tasks/sets/pure/work/kept.ts';
import { begun, submissionOf, type Work } from '../../../src/tasks/sets/pure/work/work.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import type { Item } from '../../../src/tasks/tables/item.ts';
import { loadWidgets } from '../../../widgets/index.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import { First, Second } from './storages.ts';

const NEXT = '2027-1';
const MADE = '2026-11-27T12:00:00.000Z';
/** Number, choice, goal and more: the beginning of one of the book’s own. */
const [SHIPPED, ITEMS] = ['monday-at-five-desks', 6];
const STOCKED = [
  ...['queue-full-batches', 'open-first-bigger-network', 'open-first-morning-check'],
  ...['districts-half-seen', 'abroad-march-again'],
];

/** What is set in this edition, and what the next one makes of it. */
interface Pair {
  readonly key: Key;
  readonly next: Key;
}

/** Other numbers for the same seeds, and more seeds. */
const changed = <T extends Pick<Item, 'draw'>>(item: T): T => ({
  ...item,
  draw: Object.fromEntries(
    Object.entries(item.draw).map(([name, list]) => [name, list.toReversed()]),
  ),
});

async function shipped(): Promise<Pair> {
  const [found] = await provenAssignments(SHIPPED, { items: ITEMS });
  const [read] = readAssignments(undefined, SHIPPED);
  if (!found || !read) throw new Error(SHIPPED);
  const [first, , ...others] = read.source.items.slice(0, ITEMS);
  if (!first) throw new Error('an item');
  const source = {
    ...read.source,
    variants: read.source.variants + 40,
    items: [changed(first), ...others],
  };
  const faults: string[] = [];
  const edition = { book: found.assignment.book, edition: NEXT };
  const { assignment } = await askedOf({ ...read, source }, await loadWidgets(), edition, faults);
  expect(faults).toEqual([]);
  return { key: found.key, next: { ...found.key, assignment } };
}

const SET: ComposedSet = {
  ...{ release: EDITION, number: 3_000_000_029, revision: 1, title: 'Week 3', note: '' },
  ...{ hints: 'as-written', solutions: 'with-marks' },
  items: STOCKED.map((id) => ({ code: codeOfItem(id), points: 4 })),
};
const linkOf = (set: ComposedSet): string => `https://example.org/book/set/#${fragmentOf(set)}`;

async function composed(): Promise<Pair & { readonly stock: Key }> {
  const { key: own } = await provenStock(({ id }) => STOCKED.includes(id));
  const [first, , ...others] = own.assignment.items;
  if (!first) throw new Error('an item');
  const items = [changed(first), ...others].map((item) => ({
    ...item,
    seeds: [...item.seeds, ...Array.from({ length: 40 }, (_, i) => 10_000 + i)],
  }));
  const stock = { ...own, assignment: { ...own.assignment, edition: NEXT, items } };
  const left = SET.items.filter(({ code }) => items.some(({ id }) => codeOfItem(id) === code));
  const key = keyByLink(linkOf(SET), own);
  const next = keyByLink(linkOf({ ...SET, release: NEXT, items: left }), stock);
  if (typeof key === 'string' || typeof next === 'string') throw new Error(String([key, next]));
  return { key, next, stock };
}

/** A student’s browser: what one edition has kept the other one could read and write. */
class Browser {
  readonly first = new First();
  readonly #databases = new Map<string, Second>();

  async open(id: string, edition: string): Promise<AssignmentStore> {
    const name = databaseOf('book', edition);
    const second = this.#databases.get(name) ?? new Second();
    this.#databases.set(name, second);
    const place = second.for({ isAlive: true });
    const store = new AssignmentStore(id, () => this.first, place, 'book', edition);
    store.refresh();
    await store.settled;
    return store;
  }

  async keeps(id: string, edition: string, work: Work): Promise<Work | undefined> {
    const store = await this.open(id, edition);
    store.turnTo(work);
    await store.settled;
    return store.work;
  }

  /** The work that the page of an edition finds of another one. */
  elsewhere(id: string, edition: string): ReturnType<typeof otherEdition> {
    return otherEdition(id, () => Object.fromEntries(this.first.held) as never, 'book', edition);
  }
}

const textOf = ({ key: { assignment } }: Pair, work: Work): string =>
  submissionText(signed(submissionOf(work, assignment, MADE, { salt: work.student.number })));

describe.each([
  ['an assignment of the book', shipped],
  ['a composed set', composed],
])('%s, half way, when the next edition comes', (_name, pairOf) => {
  let pair: Pair;
  let ran: Ran;
  const class_ = (): ReturnType<typeof students> => students(60, 29, () => 'plain');
  /** What is handed in where nothing comes between. */
  let whole: readonly string[];
  const reruns = new Map<string, Rerun>();

  beforeAll(async () => {
    pair = await pairOf();
    const { key } = pair;
    ran = await runsOf(key, class_(), async (runs, onDone) =>
      repeat(runs, 2, (run, rerun) => {
        reruns.set(runKey(run), rerun);
        onDone(run, rerun);
      }),
    );
    whole = class_().map((student) => textOf(pair, workOf(key, student, ran)));
  });

  it('would be another task there, for everybody', () => {
    const { key, next } = pair;
    const said = ({ assignment }: Key, number: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        assignment.items.map((item) => [
          item.id,
          noteIn(item, variantOf(assignment, item, number)),
        ]),
      );
    for (const { number } of class_())
      expect(said(key, number)).not.toMatchObject(said(next, number));
    expect(next.assignment.items.length).toBe(key.assignment.items.length - 1);
  });

  it('stays as it was, is found from the front, and is finished and handed in as if nothing had come', async () => {
    const { key, next } = pair;
    const { id, items } = key.assignment;
    const middle = Math.ceil(items.length / 2);
    for (const [at, student] of class_().entries()) {
      const browser = new Browser();
      const half = workOf(key, student, ran, undefined, items.slice(0, middle));
      const kept = await browser.keeps(id, EDITION, half);
      // At the front nothing of it is dealt anew, also where somebody begins there.
      expect((await browser.open(id, NEXT)).work).toBeUndefined();
      expect(browser.elsewhere(id, NEXT)).toEqual({ edition: EDITION, work: kept });
      const anew = begun(next.assignment, student, '00000000000000bb');
      await browser.keeps(id, NEXT, anew);
      const { work } = await browser.open(id, EDITION);
      expect(work).toEqual(kept);
      if (!work) return;
      // What left the browser leads back, too.
      expect(carried(carriedText(work, key.assignment).text, next.assignment)).toEqual({
        edition: EDITION,
      });
      // So does what is done there to whoever opens it here.
      expect(carried(carriedText(anew, next.assignment).text, key.assignment)).toEqual({
        edition: NEXT,
      });
      const later = new File([backupText(anew, NEXT)], 'a.json');
      expect(await workInFile(later, id)).toMatchObject({ edition: NEXT });
      const done = workOf(key, student, ran, work, items.slice(middle));
      const text = textOf(pair, (await browser.keeps(id, EDITION, done)) ?? work);
      for (const file of [backupText(work, EDITION), text])
        expect(await workInFile(new File([file], 'a.json'), id)).toMatchObject({
          edition: EDITION,
        });
      expect(text).toBe(whole[at]);
    }
  });

  it('is graded by its own key, and by no other', () => {
    const { key, next } = pair;
    const files = whole.map((text, i) => ({ file: `${i}.json`, read: readSubmission(text) }));
    const { students: graded, refused } = gradeClass(key, files, reruns);
    expect([graded.length, refused]).toEqual([60, []]);
    expect(graded.filter(({ flags }) => flags.length > 0)).toEqual([]);
    const points = graded.map((one) => one.points);
    expect(new Set(points).size).toBeGreaterThan(10);
    const other = gradeClass(next, files, reruns);
    expect(other.students).toEqual([]);
    expect(new Set(other.refused.map(({ says }) => says))).toEqual(
      new Set([NOT_GRADED.edition(EDITION)]),
    );
    // Nor is it compared with what stands there.
    const [read] = files.flatMap((one) => (isProblem(one.read) ? [] : [one.read]));
    const facts = read ? told(read, next.assignment, undefined) : [];
    expect(Object.fromEntries(facts)).toMatchObject({
      [CHECKED.state]: CHECKED.edition(EDITION),
      [CHECKED.answers]: `${key.assignment.items.length - (read?.incomplete.length ?? 0)} of ${key.assignment.items.length}`,
    });
  });
});

it('a link of a set belongs to its edition, at the desk too', async () => {
  const { stock } = await composed();
  expect(keyByLink(linkOf(SET), stock)).toBe(LINKS.elsewhere(EDITION));
});

it('an edition has its own place in a browser, and the first one’s is where it was', () => {
  expect([databaseOf('book', '1'), databaseOf('book', NEXT)]).toEqual([
    'book/assignments',
    'book/2027-1/assignments',
  ]);
});

it.each([
  ['from the front', '', 'set/?as=1#x', 'e/1/set/?as=1#y'],
  ['from the edition itself', 'e/2027-1/', 'assignments/a/', 'e/1/assignments/a/#y'],
  ['from a book that stands alone', undefined, 'set/', undefined],
])('the address of a page in another edition: %s', (_name, under, page, there) => {
  const root = `https://example.org/book/${under ?? ''}`;
  const standing = { page: root + page, root, isFront: under === '' };
  const found = addressIn('1', '#y', standing, NEXT);
  expect(found).toBe(there && `https://example.org/book/${there}`);
  expect(addressIn('../..', '#y', standing, NEXT)).toBeUndefined();
});
