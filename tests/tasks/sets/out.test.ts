/** Class lists as course systems write them, marks as they take them back, and what a student is told. */
import { describe, expect, it } from 'vitest';
import { readClassList } from '../../../src/tasks/grading/pure/out/class-list.ts';
import { compared } from '../../../src/tasks/grading/pure/out/lines.ts';
import { earlierIn } from '../../../src/tasks/grading/pure/grade/earlier.ts';
import { changesBetween } from '../../../src/tasks/grading/pure/grade/regrade.ts';
import { feedbackFiles } from '../../../src/tasks/grading/pure/out/feedback-files.ts';
import { feedbackMarkdown } from '../../../src/tasks/grading/pure/out/feedback.ts';
import { wholeText } from '../../../src/tasks/grading/pure/out/whole.ts';
import { csvRows } from '../../../src/tasks/grading/pure/out/read-csv.ts';
import { listOf } from '../grading/class.ts';
import { allRight, gradeAll } from './toy-class.ts';
import { submissionFor, KEY, TOY } from './toy.ts';

const CANVAS = `\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section
    Points Possible,,,,
"Cho, Ada",11,0000007,ada,Monday
"O""Neill, Bo",12,8,bo,Monday
"Student, Test",99,,test,Monday
"Ito, Chi",13,9,chi,Monday
`;
const MOODLE =
  'First name;Surname;ID number;Email address\r\nAda;Cho;7;a@x\r\nBo;O"Neill;8;b@x\r\n\r\nChi;Ito;9;c@x\r\n';
const PLAIN = 'number\tname\n7\tAda Cho\n8\tBo O’Neill\n9\tChi Ito';

const submissions = [
  submissionFor('07', allRight('7')),
  submissionFor('8', { pick: ['green'] }),
  submissionFor('77', {}),
];
const result = gradeAll(submissions);

describe('a table', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n"1;2";3',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    [
      'a\tb\n\n1\t',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      '"a ""b""",c\n"x\ny",z',
      [
        ['a "b"', 'c'],
        ['x\ny', 'z'],
      ],
    ],
    ['one', [['one']]],
    ['', []],
  ])('%j is read', (text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });
});

describe('a class list', () => {
  it.each([
    ['Canvas', CANVAS, ['Cho, Ada 0000007', 'O"Neill, Bo 8', 'Ito, Chi 9']],
    ['Moodle', MOODLE, ['Ada Cho 7', 'Bo O"Neill 8', 'Chi Ito 9']],
    ['nobody in particular', PLAIN, ['Ada Cho 7', 'Bo O’Neill 8', 'Chi Ito 9']],
  ])('of %s is read', (_, text, people) => {
    expect(listOf(text).people.map(({ name, number }) => `${name} ${number}`)).toEqual(people);
  });

  it.each([
    ['', /no column with student numbers/],
    ['a,b\n1,2', /no column with student numbers/],
    ['id,mail\n1,2', /no column with names/],
    ['id,name\n', /no students in it/],
  ])('that is none is refused in words: %j', (text, says) => {
    expect(readClassList(text)).toEqual({ problem: expect.stringMatching(says) as string });
  });

  it('tells who is missing and who is on no list, however the number is spelt', () => {
    const { missing, strangers } = compared(listOf(CANVAS), result);
    expect(missing).toEqual([{ name: 'Ito, Chi', number: '9' }]);
    expect(strangers.map(({ student }) => student.number)).toEqual(['77']);
  });
});

describe('feedback', () => {
  it('says of each item what was earned and why, and keeps what a student wrote in a quotation', () => {
    const [, graded] = result.students;
    if (!graded) throw new Error('a student');
    const evil = { ...graded, student: { name: 'Bo\n# 100 points', number: '8' } };
    const text = feedbackMarkdown(TOY, evil);
    expect(text).toContain('# Feedback: Toy\n\n> Bo\n> # 100 points (8)\n\n0 of 9 points.');
    expect(text).toContain('## Item 2: 0 of 4 points\n\n> Green is not.');
    expect(text.match(/^# /gm)).toHaveLength(1);
  });
  it('leads first to mistakes that felt certain, and to none that was doubted', () => {
    const sure = ['fairly', undefined, 'certain', 'unsure'] as const;
    const states = ['partly', 'wrong', 'wrong', 'wrong'] as const;
    const [one] = result.students;
    const [item] = one?.items ?? [];
    if (!one || !item) throw new Error('a student');
    const items = states.map((state, i) => {
      const confidence = sure[i];
      return { ...item, state, ...(confidence !== undefined && { confidence }) };
    });
    expect(feedbackMarkdown(TOY, { ...one, items })).toContain('Look first at item 3 and item 1:');
  });

  it('goes back into a student’s own folder, and into none that a class shares', () => {
    const at = (...names: readonly string[]) =>
      feedbackFiles(KEY, {
        ...result,
        students: result.students.slice(0, 2).map((one, i) => ({ ...one, file: names[i] ?? '' })),
      }).map(([name]) => name);
    expect(at('class/7.json', 'class/8.json')).toEqual(['07-feedback.md', '8-feedback.md']);
    expect(at('class/Ada <1>/7.json', '8.json')).toEqual(['Ada 1/07-feedback.md', '8-feedback.md']);
  });
});

describe('a grading that was saved', () => {
  const how = { isPseudonymous: false, deleteBy: '', stats: [], together: [], decisions: [] };

  it('is what a later one is compared with', () => {
    const earlier = earlierIn(wholeText(KEY, result, how));
    const items = TOY.items.map((one) => (one.id === 'toy-sum' ? { ...one, points: 5 } : one));
    const key = { ...KEY, assignment: { ...TOY, items } };
    const after = gradeAll(submissions, key);
    if (!earlier) throw new Error('an earlier grading');
    expect(changesBetween(earlier, [key, after])).toMatchObject([
      {
        student: { number: '07' },
        item: 'toy-sum',
        from: 2,
        to: 5,
        why: 'the item’s points changed',
      },
    ]);
  });

  it('without names holds neither key nor decisions, and is none to compare with', () => {
    const text = wholeText(KEY, result, { ...how, isPseudonymous: true, deleteBy: '2027-01-01' });
    expect(text).not.toContain('They multiply');
    expect(JSON.parse(text)).toMatchObject({ decisions: [], deleteBy: '2027-01-01' });
    for (const none of [text, '', '[]', '{"key":{"kind":"key","format":1}}', 'null'])
      expect(earlierIn(none)).toBeUndefined();
  });
});
