/** Verdicts: of every way to do an item, of files that lie, of a class. */
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { gradeClass, type Submitted } from '../../../src/tasks/grading/pure/grade/class.ts';
import { wantedRuns } from '../../../src/tasks/grading/pure/grade/wanted-runs.ts';
import type { Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { drawn, variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { isUnread, unreadOf } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import { gradesRows } from '../../../src/tasks/grading/teach/rows.ts';
import { submissionOf, hinted } from '../../../src/tasks/sets/pure/work/work.ts';
import { allRight, gradeAll } from './toy-class.ts';
import { submissionFor, honest, KEY, PICK, rightFor, SUM, TOY, workOf } from './toy.ts';

const MADE = '2026-11-27T12:00:00.000Z';
/** `state points` of each item of a single hand-in, and its flags. */
function verdicts(submission: Submission, key: Key = KEY): string {
  const [student] = gradeAll([submission], key).students;
  const items = student?.items.map(({ state, points }) => `${state} ${points}`) ?? [];
  return [...items, ...(student?.flags.map(({ flag }) => flag) ?? [])].join(', ');
}
const right = rightFor('7');
const all = allRight('7');
/** The hand-in after an edit that its student did not own up to: the receipt is made again. */
const resigned = (submission: Submission): Submission => signed(submission);

describe('a hand-in', () => {
  it.each([
    ['all right', all, 'right 2, right 4, right 3'],
    ['empty', {}, 'missing 0, missing 0, missing 0'],
    ['a known wrong number', { ...all, sum: String(right.product) }, 'wrong 0, right 4, right 3'],
    ['no number', { ...all, sum: 'twelve' }, 'unreadable 0, right 4, right 3'],
    ['half of a choice', { ...all, pick: ['red'] }, 'right 2, partly 2, right 3'],
    [
      'one right and one wrong pick',
      { ...all, pick: ['red', 'green'] },
      'right 2, wrong 0, right 3',
    ],
    ['half of a goal', { ...all, x: 12 }, 'right 2, right 4, partly 1.5'],
  ])('with %s', (_, doing, expected) => {
    expect(verdicts(submissionFor('7', doing))).toBe(expected);
  });

  it('with half of a goal that counts as a whole only', () => {
    const items = TOY.items.map((one) =>
      one.kind === 'reach' ? { ...one, whole: true as const } : one,
    );
    const whole: Key = { ...KEY, assignment: { ...TOY, items } };
    expect(verdicts(submissionFor('7', { ...all, x: 12 }), whole)).toBe(
      'right 2, right 4, wrong 0',
    );
    expect(verdicts(submissionFor('7', all), whole)).toBe('right 2, right 4, right 3');
  });

  it('names the misconception that a wrong answer betrays, in the student’s own numbers', () => {
    const [student] = gradeAll([
      submissionFor('7', { sum: String(right.product), pick: ['green'] }),
    ]).students;
    const { a, b } = drawn(SUM, variantOf(TOY, SUM, '7')) as Record<'a' | 'b', number>;
    expect(student?.items[0]).toMatchObject({
      wrong: 'times',
      says: `Add ${a} and ${b}, ${a},000.`,
    });
    expect(student?.items[1]).toMatchObject({ wrong: 'green', says: 'Green is not.' });
  });

  it('that nobody has read is no zero: it is left to be read, and the sum is one so far', () => {
    const all_ = gradeAll([submissionFor('7', { ...all, sum: 'twelve' }), submissionFor('8', {})]);
    const [one, other] = all_.students;
    if (!one || !other) throw new Error('two students');
    expect(one.items.map(isUnread)).toEqual([true, false, false]);
    expect([unreadOf(one.items), unreadOf(other.items)]).toEqual([1, 0]);
    const { rows } = gradesRows(KEY, all_);
    const so = { value: 7, mark: '+', says: 'So far: 1 answer left to be read.' };
    const unread = { value: '–', says: expect.stringMatching(/^To be read\. /) as string };
    expect(rows[0]?.slice(2, 4)).toEqual([so, { ...unread, opens: expect.anything() as object }]);
    // Nothing was handed in for it: neither a zero, nor anything to open.
    const missing = { value: '', says: 'Missing. Nothing was handed in.' };
    expect(rows[1]?.slice(2, 4)).toEqual([{ value: 0, says: '' }, missing]);
  });

  it('pays for its hints, and never more than it has', () => {
    const work = hinted(workOf('7', all), SUM);
    expect(verdicts(signed(submissionOf(work, TOY, MADE)))).toBe('right 1.5, right 4, right 3');
    const wrong = hinted(workOf('7', { ...all, sum: '0' }), SUM);
    expect(verdicts(signed(submissionOf(wrong, TOY, MADE)))).toBe('wrong 0, right 4, right 3');
  });
});

describe('a file that lies', () => {
  const honestOne = submissionFor('7', { ...all, x: 0 });
  const run = honestOne.items['toy-bring']?.runs[0];
  const item = honestOne.items['toy-bring'];
  if (!run || !item) throw new Error('one run');
  const withRun = (change: Partial<typeof run>): Submission =>
    resigned({
      ...honestOne,
      items: { ...honestOne.items, 'toy-bring': { ...item, runs: [{ ...run, ...change }] } },
    });

  it('about measures is graded by the repeated run, and flagged', () => {
    expect(verdicts(withRun({ measures: { height: 7, cost: 0 } }))).toBe(
      'right 2, right 4, partly 1.5, measures',
    );
    expect(verdicts(withRun({ measures: {} }))).toBe('right 2, right 4, partly 1.5, measures');
  });

  it.each([
    ['another experiment', { widget: 'other' }, 'The run is of another experiment'],
    ['another version', { version: 2 }, 'another version'],
    ['a moved load', { settings: { ...run.settings, load: 1, x: 1 } }, 'holds fixed: load'],
    ['a missing setting', { settings: { x: 7, load: run.settings['load'] ?? 0 } }, 'not complete'],
    [
      'a setting out of range',
      { settings: { ...run.settings, x: 700 } },
      'not complete, or not as',
    ],
    [
      'a setting that is no number',
      { settings: { ...run.settings, x: '7' } },
      'not complete, or not as',
    ],
    [
      'a setting of its own',
      { settings: { ...run.settings, height: 7 } },
      'not complete, or not as',
    ],
  ])('cites a run with %s: it is not repeated and earns nothing', (_, change, why) => {
    const submission = withRun(change);
    expect([...honest([submission]).values()].filter(({ state }) => state === 'done')).toEqual([]);
    const [student] = gradeAll([submission]).students;
    expect(student?.items[2]).toMatchObject({ state: 'unverified', points: 0 });
    expect(student?.items[2]?.says).toContain(why);
  });

  it('is only asked for runs that are another seed’s, each once', () => {
    const twice = [honestOne, withRun({}), withRun({ settings: { ...run.settings, seed: 9 } })];
    expect(wantedRuns(TOY, twice)).toHaveLength(2);
  });

  it('of a run that broke says so, and earns nothing until somebody looks', () => {
    const { students } = gradeClass(KEY, [{ file: 'a', read: honestOne }], new Map());
    expect(students[0]?.items[2]).toMatchObject({ state: 'unverified' });
  });

  it('about its variant is graded by the student’s own', () => {
    const sum = honestOne.items['toy-sum'];
    const other = SUM.seeds.find((seed) => seed !== sum?.variant) ?? 0;
    if (!sum) throw new Error('a sum');
    const lying = resigned({
      ...honestOne,
      items: { ...honestOne.items, 'toy-sum': { ...sum, variant: other } },
    });
    expect(verdicts(lying)).toBe('right 2, right 4, partly 1.5, variant');
  });

  it('was edited, is of another edition, or holds more than was asked', () => {
    expect(verdicts({ ...honestOne, made: MADE.replace('12:', '11:') })).toMatch(/, edited$/);
    expect(verdicts(resigned({ ...honestOne, edition: '0' }))).toMatch(/, edition$/);
    expect(
      verdicts(resigned({ ...honestOne, items: { ...honestOne.items, 'toy-free-points': item } })),
    ).toMatch(/, foreign-items$/);
  });

  it('is of another state of the assignment: told where something else was asked, and not where the key alone has changed', () => {
    const sum = honestOne.items['toy-sum'];
    if (!sum) throw new Error('a sum');
    const before = { ...honestOne.assignment, hash: 'f'.repeat(16) };
    const of = (items: Submission['items']): string =>
      verdicts(resigned({ ...honestOne, assignment: before, items }));
    expect(of(honestOne.items)).not.toContain('content');
    expect(of({ ...honestOne.items, 'toy-sum': { ...sum, note: 'a 9, b 9' } })).toMatch(
      /, content$/,
    );
    const { 'toy-pick': _pick, ...without } = honestOne.items;
    expect(of(without)).toMatch(/, content$/);
    // A correction of points, of the due date or of a withdrawn variant makes another state, too.
    const points = TOY.items.map((item) => ({ ...item, points: item.points + 1 }));
    const changed = { ...KEY, assignment: { ...TOY, items: points, hash: 'e'.repeat(16) } };
    expect(verdicts(honestOne, changed)).not.toContain('content');
  });

  it('is another student’s, renamed: the log does not fit, and the variant is not theirs', () => {
    const stolen = resigned({
      ...submissionFor('7', all),
      student: { name: 'Thief', number: '8' },
    });
    expect(variantOf(TOY, SUM, '7')).not.toBe(variantOf(TOY, SUM, '8'));
    expect(verdicts(stolen)).toMatch(/chain, variant/);
  });
});

describe('a class', () => {
  it('has the latest file of each student, and says which others there are', () => {
    const late = submissionFor('07', all, '2026-11-27T13:00:00.000Z');
    const { students } = gradeAll([late, submissionFor('7', {}), submissionFor('8', {})]);
    expect(students.map(({ file, points }) => `${file} ${points}`)).toEqual([
      '1.json 9',
      '3.json 0',
    ]);
    expect(students[0]?.flags[0]).toMatchObject({
      flag: 'repeated',
      says: expect.stringContaining('2.json') as string,
    });
  });

  it('has the one in which more was done, where the clock was set back between', () => {
    const first = submissionFor('7', { sum: '1' }, '2026-11-27T12:00:00.000Z');
    const second = submissionFor('7', all, '2025-01-01T12:00:00.000Z');
    expect(gradeAll([first, second]).students.map(({ file }) => file)).toEqual(['2.json']);
    expect(gradeAll([second, first]).students.map(({ file }) => file)).toEqual(['1.json']);
  });

  it('has two students with one log', () => {
    const work = hinted(hinted(workOf('7', { sum: '1', pick: ['red'] }), SUM), PICK);
    const other = hinted(hinted(workOf('8', { sum: '1', pick: ['red'] }), SUM), PICK);
    const two = [work, other].map((one) => signed(submissionOf(one, TOY, MADE)));
    expect(gradeAll(two).students.map(({ flags }) => flags.map(({ flag }) => flag))).toEqual([
      ['same-log'],
      ['same-log'],
    ]);
  });

  it('goes on after files that are none of its own', () => {
    const foreign = {
      ...submissionFor('9', {}),
      assignment: { ...submissionFor('9', {}).assignment, id: 'other' },
    };
    const files: Submitted[] = [
      { file: 'a.json', read: { problem: 'not-json', says: 'It is not JSON.' } },
      { file: 'b.json', read: foreign },
      { file: 'c.json', read: { ...submissionFor('9', {}), student: { name: 'x', number: '--' } } },
      { file: 'd.json', read: submissionFor('7', all) },
    ];
    const { students, refused } = gradeClass(KEY, files, honest([submissionFor('7', all)]));
    expect(students.map(({ points }) => points)).toEqual([9]);
    expect(refused.map(({ file, problem }) => `${file} ${problem}`)).toEqual([
      'a.json not-json',
      'b.json foreign',
      'c.json foreign',
    ]);
  });
});
