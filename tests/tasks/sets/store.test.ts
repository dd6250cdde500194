/** A student’s work in the browser’s storage: saves that are cut off, storage that is full or closed, two tabs; nothing is lost. */
import { describe, expect, it } from 'vitest';
import {
  AssignmentStore,
  otherEdition,
  type StorageLike,
} from '../../../src/tasks/sets/page/store.ts';
import { backupIn, backupText, keptText } from '../../../src/tasks/sets/pure/work/kept.ts';
import {
  answered,
  begun,
  doneOf,
  hinted,
  renamed,
} from '../../../src/tasks/sets/pure/work/work.ts';
import { First } from './storages.ts';
import { PICK, SUM, TOY } from './toy.ts';

const open = (storage: StorageLike): AssignmentStore =>
  new AssignmentStore(TOY.id, () => storage, undefined, 'book');
const START = begun(TOY, { name: 'A', number: '1' }, '00000000000000aa');

describe('the store of an assignment', () => {
  it('has after a reload what it had before', () => {
    const storage = new First();
    const store = open(storage);
    store.keep(answered(START, SUM, '5'));
    store.keep(answered(store.work ?? START, PICK, ['red']));
    expect(open(storage).work).toEqual(store.work);
    expect([...storage.held.keys()]).toEqual([
      'book/1/assignments/toy-assignment/a',
      'book/1/assignments/toy-assignment/b',
    ]);
  });

  it('falls back to the save before when the last one was cut off, and says so', () => {
    const storage = new First();
    const store = open(storage);
    store.keep(answered(START, SUM, '5'));
    storage.cut = 100;
    store.keep(answered(store.work ?? START, SUM, '6'));
    const again = open(storage);
    expect(again.isCorrupt).toBe(true);
    expect(again.work && doneOf(again.work, SUM).answer).toBe('5');
    again.keep(answered(again.work ?? START, SUM, '7'));
    const later = open(storage);
    expect(doneOf(later.work ?? START, SUM).answer).toBe('7');
    expect(later.isCorrupt).toBe(false);
  });

  it('says that storage is full, keeps what is on screen, and goes on when there is room', () => {
    const storage = new First();
    const store = open(storage);
    store.keep(START);
    storage.mood = 'full';
    store.keep(answered(START, SUM, '5'));
    expect(store.places[0]).toBe('full');
    expect(doneOf(store.work ?? START, SUM).answer).toBe('5');
    storage.mood = 'well';
    store.keep(answered(store.work ?? START, PICK, ['red']));
    expect(store.places[0]).toBe('kept');
    expect(doneOf(open(storage).work ?? START, SUM).answer).toBe('5');
  });

  it('says that storage is closed', () => {
    const store = new AssignmentStore(
      TOY.id,
      () => {
        throw new DOMException('no', 'SecurityError');
      },
      undefined,
      'book',
    );
    expect(store.places).toEqual(['closed', 'closed']);
    store.keep(answered(START, SUM, '5'));
    expect(doneOf(store.work ?? START, SUM).answer).toBe('5');
  });

  it('is another student’s after a change of number, also when it is opened again', () => {
    const storage = new First();
    const store = open(storage);
    for (let i = 0; i < 5; i += 1) store.keep(answered(store.work ?? START, SUM, String(i)));
    store.keep(renamed(store.work ?? START, { name: 'B', number: '2' }, '00000000000000bb'));
    const again = open(storage);
    expect(again.work?.student.number).toBe('2');
    expect(again.work && doneOf(again.work, SUM).answer).toBeNull();
  });

  it('takes work from a file, also beside what was done since', () => {
    const storage = new First();
    const store = open(storage);
    const early = answered(START, SUM, '5');
    for (let i = 0; i < 5; i += 1) store.keep(answered(store.work ?? START, SUM, String(i)));
    store.open(early);
    expect(doneOf(open(storage).work ?? START, SUM).answer).toBe('5');
  });

  it('follows a tab that has begun for another student, and does not write over it', () => {
    const storage = new First();
    const [one, two] = [open(storage), open(storage)];
    one.keep(answered(START, SUM, '5'));
    two.refresh();
    one.keep(renamed(one.work ?? START, { name: 'B', number: '2' }, '00000000000000bb'));
    two.keep(answered(two.work ?? START, SUM, '6'));
    expect(two.work?.student.number).toBe('2');
    expect(open(storage).work?.student.number).toBe('2');
  });

  it('unites a backup of the same work, and takes no other for one', () => {
    const storage = new First();
    const store = open(storage);
    store.keep(answered(START, SUM, '5'));
    const backup = backupIn(backupText(answered(store.work ?? START, PICK, ['red'])), TOY.id);
    expect(backup).toBeDefined();
    store.keep(hinted(store.work ?? START, SUM));
    store.turnTo(backup ?? START);
    const { work } = open(storage);
    expect(work && doneOf(work, PICK).answer).toEqual(['red']);
    expect(work && doneOf(work, SUM).hints).toBe(1);
    expect(backupIn(backupText(START), 'another')).toBeUndefined();
    expect(backupIn(backupText(START).slice(0, -20), TOY.id)).toBeUndefined();
    expect(backupIn(keptText(START), TOY.id)).toBeUndefined();
  });

  it('finds the work of another edition, and of no other book or assignment', () => {
    const kept = (tried: string): string => keptText(answered(START, SUM, tried));
    const storage = {
      'book/0/assignments/toy-assignment/a': kept('early'),
      'book/0/assignments/toy-assignment/b': keptText(
        answered(answered(START, SUM, '1'), SUM, 'late'),
      ),
      'book/0/assignments/another/a': kept('x'),
      'other/0/assignments/toy-assignment/a': kept('x'),
      'book/0/work': '{',
    } as unknown as Storage;
    const found = otherEdition(TOY.id, () => storage, 'book');
    expect(found?.edition).toBe('0');
    expect(found && doneOf(found.work, SUM).answer).toBe('late');
    expect(otherEdition(TOY.id, () => ({}) as Storage, 'book')).toBeUndefined();
  });
});
