/** The file that is handed in: what is taken, what is refused and in which words, and what an edit leaves behind. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWhole } from '../../../src/tasks/sets/pure/submission/chain.ts';
import { LARGEST, type Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';
import { HAND_IN_SCHEMA } from '../../../src/tasks/sets/pure/submission/schema.ts';
import { fits, submissionText, signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { answered, doneOf, submissionOf, renamed } from '../../../src/tasks/sets/pure/work/work.ts';
import { united } from '../../../src/tasks/sets/pure/work/united.ts';
import { keptIn, keptText } from '../../../src/tasks/sets/pure/work/kept.ts';
import { submissionFor, SUM, TOY, workOf } from './toy.ts';

const own = submissionFor('0815', { sum: '12', pick: ['red'], x: 5 });
const text = submissionText(own);
const says = (file: string): string => {
  const read = readSubmission(file);
  return isProblem(read) ? `${read.problem}: ${read.says}` : 'taken';
};
/** The file with one field replaced, by its path. */
function withField(path: string, value: unknown): string {
  const copy = JSON.parse(text) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at: Record<string, unknown> = copy;
  for (const name of names) at = at[name] as Record<string, unknown>;
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(copy);
}

describe('a hand-in', () => {
  it('is read as it was written', () => {
    expect(readSubmission(text)).toEqual(own);
    expect(readSubmission(`\uFEFF${text}`)).toEqual(own);
    expect(own.incomplete).toEqual([]);
    expect(submissionFor('1', { pick: [] }).incomplete).toEqual([
      'toy-sum',
      'toy-pick',
      'toy-bring',
    ]);
  });

  it('of format 1, as the page wrote it, is read by every later edition', () => {
    // Never edited: students have files like this one.
    const kept = readSubmission(
      readFileSync('tests/tasks/sets/fixtures/hand-in-format-1.json', 'utf8'),
    );
    if (isProblem(kept)) throw new Error(kept.says);
    expect(kept.student).toEqual({ name: 'Ada Cho', number: '0012345' });
    expect(Object.keys(kept.items)).toHaveLength(3);
    expect(receiptOf(kept)).toBe(kept.receipt);
    expect(isWhole(kept)).toBe(true);
  });

  it('has a published schema, which is the one that is enforced', () => {
    const published = JSON.parse(readFileSync('docs/hand-in.schema.json', 'utf8')) as unknown;
    expect(published).toEqual(JSON.parse(JSON.stringify(HAND_IN_SCHEMA)));
  });

  it.each([
    ['cut short', text.slice(0, -40), /^not-json: .*cut short.*hand in again/],
    ['empty', '', /^not-json/],
    ['NaN', text.replace('"tries": 1', '"tries": NaN'), /^not-json/],
    [
      'no number that is finite',
      text.replace('"tries": 1', '"tries": 1e999'),
      /^broken: .*tries should be a whole number/,
    ],
    ['another kind of file', '{"a":1}', /^other/],
    ['a list', '[]', /^other/],
    [
      'saved work',
      '{"format":2,"book":"toy-book","answers":{}}',
      /^other: .*saved work.*save the hand-in/,
    ],
    ['a later format', withField('format', 2), /^newer: .*later edition/],
    ['deep', withField('items.toy-sum.answer', [[[[[['x']]]]]]), /^deep/],
    ['very deep', '['.repeat(200_000), /^(large|deep)/],
    ['large', withField('items.toy-sum.note', 'x'.repeat(50_000_000)), /^large/],
    ['large in bytes alone', withField('items.toy-sum.note', '語'.repeat(15_000)), /^large/],
    [
      'a wrong type',
      withField('items.toy-sum.tries', 'many'),
      /^broken: .*items\.toy-sum\.tries should be a whole number/,
    ],
    ['a half try', withField('items.toy-sum.tries', 1.5), /^broken: .*tries/],
    [
      'a number below',
      withField('items.toy-sum.hints', -1),
      /^broken: .*hints should lie between 0 and 50/,
    ],
    [
      'a long answer',
      withField('items.toy-sum.answer', 'x'.repeat(8_001)),
      /^broken: .*longer than 8000/,
    ],
    [
      'a list in an answer',
      withField('items.toy-pick.answer', [['red']]),
      /^broken: .*answer\[0\] should be a text/,
    ],
    ['a field of its own', withField('grade', 100), /^broken: .*“grade” has no place/],
    ['a foreign id that is none', withField('items.<b>x</b>', {}), /^broken: .*no place/],
    [
      'a missing field',
      withField('student', { name: 'x' }),
      /^broken: .*student\.number is missing/,
    ],
    ['a time that is none', withField('made', 'yesterday'), /^broken: .*made is not written as/],
    [
      'a run without measures',
      withField('items.toy-bring.runs', [{ widget: 'toy' }]),
      /^broken: .*runs\[0\]\.version is missing/,
    ],
    ['constructor', withField('items.constructor', {}), /^broken: .*no place/],
    [
      'a setting called constructor',
      text.replace('"x": 5', '"constructor": 5'),
      /^broken: .*no place/,
    ],
    ['__proto__', text.replace('"x": 5', '"__proto__": 5'), /^broken: .*no place/],
    [
      '__proto__ at the top',
      text.replace('{', '{"__proto__":{"points":100},'),
      /^broken: .*no place/,
    ],
  ])('that is %s is refused', (_, file, reason) => {
    expect(says(file)).toMatch(reason);
    expect(({} as Record<string, unknown>)['points']).toBeUndefined();
  });
});

describe('the receipt', () => {
  it('fits the file, and no other', () => {
    expect(own.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(receiptOf(own)).toBe(own.receipt);
    expect(receiptOf(JSON.parse(JSON.stringify(own)) as Submission)).toBe(own.receipt);
    expect(receiptOf({ ...own, made: '2026-11-28T12:00:00.000Z' })).not.toBe(own.receipt);
  });
});

describe('the chain', () => {
  it('fits its student, and breaks with an entry, an order or a number that is another', () => {
    expect(isWhole(own)).toBe(true);
    const [first, second, ...rest] = own.log.entries;
    if (!first || !second) throw new Error('two entries at least');
    const withEntries = (entries: Submission['log']['entries']): Submission => ({
      ...own,
      log: { ...own.log, entries },
    });
    expect(isWhole(withEntries([second, first, ...rest]))).toBe(false);
    expect(isWhole(withEntries([{ ...first, value: '13' }, second, ...rest]))).toBe(false);
    expect(isWhole(withEntries([second, ...rest]))).toBe(false);
    expect(isWhole({ ...own, student: { ...own.student, number: '4711' } })).toBe(false);
    expect(isWhole({ ...own, student: { ...own.student, number: '00-815' } })).toBe(true);
  });

  it('goes on where the oldest entries had no room', () => {
    let work = workOf('1', {});
    for (let i = 0; i < 600; i += 1) work = answered(work, SUM, `${i} `.repeat(30));
    const submission = signed(submissionOf(work, TOY, own.made));
    expect(fits(submission)).toBe(true);
    expect(submission.log.before.count).toBeGreaterThan(300);
    expect(submission.log.before.count + submission.log.entries.length).toBe(600);
    expect(isWhole(submission)).toBe(true);
    expect(submissionText(submission).length).toBeGreaterThan(LARGEST * 0.9);
    expect(readSubmission(submissionText(submission))).toEqual(submission);
  });
});

describe('a student’s work', () => {
  it('begins anew under another number, and goes on under another spelling', () => {
    const work = answered(workOf('815', {}), SUM, '5');
    expect(doneOf(renamed(work, { name: 'A', number: '0815' }, 'x'), SUM).answer).toBe('5');
    const other = renamed(work, { name: 'A', number: '816' }, 'x');
    expect(doneOf(other, SUM).answer).toBeNull();
    // Whichever of the two is found in storage, the new one is the later.
    expect(united(work, other)).toBe(other);
    expect(united(other, work)).toBe(other);
  });
});

describe('work in storage', () => {
  const work = workOf('0815', { sum: '12', pick: ['red'], x: 5 });
  const text = keptText(work);

  it('is read as it was written', () => {
    expect(keptIn(text, 'toy-assignment')).toEqual(work);
  });

  it.each([
    ['nothing', null],
    ['of another assignment', text],
    ['cut short', text.slice(0, -1)],
    ['with a sign that is another', text.replace('"12"', '"13"')],
    ['of an earlier save, with a later end', text.slice(0, 40) + text.slice(41)],
    ['not ours', 'hello'],
  ])('that is %s is none', (what, kept) => {
    expect(
      keptIn(kept, what === 'of another assignment' ? 'other' : 'toy-assignment'),
    ).toBeUndefined();
  });

  it('that is whole and means nothing is none', () => {
    const odd = keptText({ ...work, items: { 'toy-sum': { tries: 'many' } } } as never);
    expect(keptIn(odd, 'toy-assignment')).toBeUndefined();
  });
});
