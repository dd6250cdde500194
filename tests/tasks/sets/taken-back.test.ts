/** What the page hands in: what was saved last, what is cited, and counts; and of what was typed and taken back not a sign. */
import { describe, expect, it } from 'vitest';
import { submission } from '../../../src/tasks/sets/page/submission-file.ts';
import type { Assignment } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { isHidden, isWhole } from '../../../src/tasks/sets/pure/submission/chain.ts';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import type { Given, Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import {
  answered,
  begun,
  citing,
  doneOf,
  hinted,
  ran,
  workIn,
  type Work,
} from '../../../src/tasks/sets/pure/work/work.ts';
import type { Item } from '../../../src/tasks/tables/item.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { EVERY_KIND } from './every-kind.ts';
import { BRING, PICK, SUM, TOY, toyRun } from './toy.ts';

const { assignment } = EVERY_KIND;

/** The text that “Show the text, to copy it” gives: the page’s own code, with as much of a page as it asks for. */
function madeOf(work: Work, of: Assignment = assignment): string {
  const text = { value: '', hidden: true, focus: () => undefined, select: () => undefined };
  const parts = new Map<string, object>([
    ['[data-part="receipt"]', { textContent: '' }],
    ['[data-part="text"]', text],
  ]);
  const page = { querySelector: (name: string) => parts.get(name) ?? null };
  submission('text', page as never, of, work);
  return text.value;
}

function read(text: string): Submission {
  const found = readSubmission(text);
  if (isProblem(found)) throw new Error(found.says);
  return found;
}

const BACK = ['717171.5', 'taken back', 'zurückgenommen', 'mode71'];
const run = (item: Item, word: string): RunRecord => ({
  widget: 'widget' in item ? item.widget : '',
  version: 1,
  settings: { word },
  measures: {},
  backend: 'sim',
});

/** Whatever a kind takes: some of it in the place of some other. */
function workedOn(item: Item): Work {
  let work = begun(assignment, { name: 'A', number: '1' }, '00000000000000aa');
  const isList = ['choice', 'match', 'challenge', 'outside'].includes(item.kind);
  const given = (text: string): Given => (isList ? [text, `${text} too`] : text);
  for (const [i, text] of BACK.entries()) {
    if (item.by !== 'runs') work = answered(work, item, given(text), i !== 1);
    if (item.by !== 'answer') work = citing(ran(work, item, run(item, text), i === 2), item, []);
  }
  work = hinted(work, item);
  if (item.by !== 'answer') work = ran(work, item, run(item, 'kept'));
  return item.by === 'runs' ? work : answered(work, item, given('kept'));
}

describe('a hand-in of the page', () => {
  it.each(assignment.items.map((item) => [item.kind, item] as const))(
    'holds of an item of the kind %s what was saved last, and nothing that was typed and taken back',
    (_, item) => {
      const work = workedOn(item);
      const text = madeOf(work);
      // It stands in the work, as the browser keeps it.
      expect(JSON.stringify(work)).toContain(BACK[0]);
      for (const word of BACK) expect(text).not.toContain(word);
      expect(text).toContain('kept');
      const { items, log, receipt, ...rest } = read(text);
      expect(items[item.id]).toMatchObject({ answer: doneOf(work, item).answer, hints: 1 });
      // Receipt, chain and count are what they were.
      expect(receiptOf({ items, log, ...rest })).toBe(receipt);
      expect(isWhole(read(text))).toBe(true);
      expect(log.entries).toHaveLength(work.log.entries.length);
      expect(isHidden(log)).toBe(true);
    },
  );

  it('cannot be tried out: what hides a short answer stands in no file, and is another in the next', () => {
    const work = workedOn(assignment.items[0] as Item);
    const [one, same, other] = [work, work, { ...work }].map((each) => read(madeOf(each)).log);
    expect(same).toEqual(one);
    const values = [one, other].flatMap((log) => log?.entries.map(({ value }) => value) ?? []);
    expect(new Set(values).size).toBe(values.length);
  });

  it('of work that was tampered with has a chain that breaks where it did', () => {
    const work = workedOn(assignment.items[0] as Item);
    const [first, ...others] = work.log.entries;
    if (!first) throw new Error('an entry');
    const entries = [{ ...first, value: 'another' }, ...others];
    expect(isWhole(read(madeOf({ ...work, log: { ...work.log, entries } })))).toBe(false);
    const thief = { ...work, student: { name: 'B', number: '2' } };
    expect(isWhole(read(madeOf(thief)))).toBe(false);
  });

  it('that is opened again goes on, and the next one is whole', () => {
    const [item] = assignment.items;
    if (!item) throw new Error('an item');
    const opened = workIn(read(madeOf(workedOn(item))));
    const { tries } = doneOf(opened, item);
    expect(read(madeOf(opened)).items[item.id]?.tries).toBe(tries);
    const next = read(madeOf(answered(opened, item, '12')));
    expect(next.items[item.id]).toMatchObject({ answer: '12', tries: tries + 1 });
    expect(isWhole(next)).toBe(true);
  });
});

describe('a try', () => {
  const start = begun(TOY, { name: 'A', number: '1' }, '00000000000000aa');
  const tries = (work: Work, item: Item): number | undefined =>
    read(madeOf(work, TOY)).items[item.id]?.tries;

  it('is a saved answer that differs', () => {
    const once = answered(start, SUM, '5');
    expect(tries(once, SUM)).toBe(1);
    expect(tries(answered(once, SUM, '5'), SUM)).toBe(1);
    expect(tries(answered(answered(once, SUM, '6'), SUM, '5'), SUM)).toBe(3);
  });

  it('is none that a menu gives on the way; what stands there when it is saved, or handed in, is one', () => {
    const picked = ['red', 'green', 'blue'].reduce(
      (work, one) => answered(work, PICK, [one], false),
      start,
    );
    expect(doneOf(picked, PICK)).toMatchObject({ answer: ['blue'], tries: 0 });
    expect(picked.log.entries).toEqual([]);
    expect(tries(picked, PICK)).toBe(1);
    const saved = answered(picked, PICK, ['blue']);
    expect(tries(saved, PICK)).toBe(1);
    expect(tries(answered(saved, PICK, ['red'], false), PICK)).toBe(2);
    // Who comes back to what was saved has not tried again.
    const back = answered(answered(saved, PICK, ['red'], false), PICK, ['blue'], false);
    expect(tries(back, PICK)).toBe(1);
  });

  it('is none that starts an experiment, or runs the same again', () => {
    const settings = { x: 0, load: 5, seed: 1 };
    const begins = citing(start, BRING, [toyRun(settings)]);
    expect(tries(begins, BRING)).toBe(0);
    const reached = ran(begins, BRING, toyRun({ ...settings, x: 7 }));
    expect(tries(reached, BRING)).toBe(1);
    expect(ran(reached, BRING, toyRun({ ...settings, x: 7 }))).toBe(reached);
  });
});
