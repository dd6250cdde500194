/** What comes late, by rules that were worked out by hand; and the best of several sets. */
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import {
  gradingOf,
  momentOf,
  saidOf,
  type Lateness,
} from '../../../src/tasks/grading/teach/grading.ts';
import { momentIn } from '../../../src/tasks/grading/pure/out/moments.ts';
import { csvRows } from '../../../src/tasks/grading/pure/out/read-csv.ts';
import { NO_RULE, settled, type LateRule } from '../../../src/tasks/grading/pure/rules/late.ts';
import { bestOf, termCsv, type Saved } from '../../../src/tasks/grading/pure/rules/term.ts';
import type { StudentResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { ClassList } from '../../../src/tasks/grading/pure/out/class-list.ts';
import { KEY, TOY } from '../sets/toy.ts';
import { listOf, result, verdicts } from './class.ts';

const [HOUR, MINUTE] = [3_600_000, 60_000];
const rule = (more: Partial<LateRule>): LateRule => ({ ...NO_RULE, ...more });

describe('a hand-in of 8 points', () => {
  const after = (by: number, how: LateRule, used = 0) => {
    const { points, late, flags } = settled(
      result('7', 'Ada', 8),
      how,
      { due: 1_000, at: 1_000 + by, by: 'upload' },
      used,
    );
    return [points, late?.days ?? 0, late?.free ?? 0, late?.less ?? 0, flags.length];
  };
  const tenth = rule({ penalty: 10 });

  it.each([
    ['in time', 0, tenth, 0, [8, 0, 0, 0, 0]],
    ['a thousandth of a second late, a day begun', 1, tenth, 0, [7.2, 1, 0, 0.8, 1]],
    ['a day late to the second', 24 * HOUR, tenth, 0, [7.2, 1, 0, 0.8, 1]],
    ['a day and a minute late', 24 * HOUR + MINUTE, tenth, 0, [6.4, 2, 0, 1.6, 1]],
    ['late where that costs nothing', HOUR, NO_RULE, 0, [8, 1, 0, 0, 1]],
    ['within what is forgiven', 15 * MINUTE, rule({ penalty: 10, grace: 15 }), 0, [8, 0, 0, 0, 0]],
    [
      'a second behind it',
      15 * MINUTE + 1_000,
      rule({ penalty: 10, grace: 15 }),
      0,
      [7.2, 1, 0, 0.8, 1],
    ],
    [
      'a day behind it',
      24 * HOUR + 15 * MINUTE,
      rule({ penalty: 10, grace: 15 }),
      0,
      [7.2, 1, 0, 0.8, 1],
    ],
    [
      'three days late, two of them free',
      60 * HOUR,
      rule({ penalty: 10, free: 2 }),
      0,
      [7.2, 3, 2, 0.8, 1],
    ],
    [
      'three days late, one of two used before',
      60 * HOUR,
      rule({ penalty: 10, free: 2 }),
      1,
      [6.4, 3, 1, 1.6, 1],
    ],
    [
      'three days late, more used than there are',
      60 * HOUR,
      rule({ penalty: 10, free: 2 }),
      9,
      [5.6, 3, 0, 2.4, 1],
    ],
    ['a week late, with a floor', 156 * HOUR, rule({ penalty: 10, floor: 50 }), 0, [4, 7, 0, 4, 1]],
    ['a week late, without one', 156 * HOUR, rule({ penalty: 25 }), 0, [0, 7, 0, 8, 1]],
  ] as const)('%s', (_, by, how, used, found) => {
    expect(after(by, how, used)).toEqual(found);
  });
});

describe('when it came in', () => {
  it.each([
    ['Monday, 30 November 2026, 2:37 AM', '2026-11-30T02:37'],
    ['Monday, 30 November 2026, 12:05 AM', '2026-11-30T00:05'],
    ['Monday, 30 November 2026, 12:05\u202FPM', '2026-11-30T12:05'],
    ['Sunday, February 28, 2027, 11:59 PM', '2027-02-28T23:59'],
    ['Tuesday, 29 February 2028, 23:59', '2028-02-29T23:59'],
  ])('%s', (text, at) => {
    expect(momentIn(text)).toEqual({ at });
  });

  it.each([
    'Montag, 30. November 2026, 02:37',
    'Sunday, 29 February 2027, 2:00 AM',
    'Monday, 31 November 2026, 2:37 AM',
    'Monday, 30 November 2026, 14:37 PM',
    'lundi 30 novembre 2026, 02:37',
    '30/11/2026, 02:37',
    '',
  ])('is not guessed from “%s”', (text) => {
    expect(momentIn(text)).toEqual({ unread: text });
  });

  const worksheet = (submitted: string, status = 'x'): ClassList =>
    listOf(
      `Identifier,"Full name",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)"\n"Participant 2",Ada,"${status}",,10.00,Yes,"${submitted}",-\n`,
    );
  const one = result('7', 'Ada', 8, { made: new Date('2026-12-01T08:00').toISOString() });
  const late: Lateness = { ...rule({ penalty: 10 }), due: '2026-11-30T02:00' };
  const points = (
    lists: readonly ClassList[],
    how = late,
    key: Key = KEY,
    sets: readonly Saved[] = [],
  ) => {
    const found = gradingOf(key, lists, 'last', [], how, sets).settle?.(one);
    return [found?.points, found?.late?.by];
  };

  it('is the time of the upload where the worksheet tells it, else the student’s clock, by its name', () => {
    // By the student’s clock it is 30 hours late, by the system’s 37 minutes.
    expect(points([])).toEqual([6.4, 'student']);
    expect(points([worksheet('Monday, 30 November 2026, 2:37 AM')])).toEqual([7.2, 'upload']);
    expect(points([worksheet('Montag, 30. November 2026, 02:37')])).toEqual([6.4, 'student']);
    expect(points([worksheet('Monday, 30 November 2026, 2:00 AM')])).toEqual([8, undefined]);
  });

  it('is held against the student’s own extension, the rule’s time, the assignment’s', () => {
    const extended = listOf('number,name,Extended until\n7,Ada,2026-12-01T07:30\n8,Bo,\n');
    expect(points([extended])).toEqual([7.2, 'student']);
    const due = { ...KEY, assignment: { ...TOY, due: new Date('2026-12-01T07:00').toISOString() } };
    expect(points([], rule({ penalty: 10 }), due)).toEqual([7.2, 'student']);
    expect(points([], late, due)).toEqual([6.4, 'student']);
    expect(points([], rule({ penalty: 10 }))).toEqual([8, undefined]);
    for (const none of ['2026-13-45', '2027-02-31T12:00', '31 December', '12/20/2026', 'soon'])
      expect([none, momentOf(none)]).toEqual([none, undefined]);
  });

  it('is held against the extension that Moodle’s worksheet tells, in English', () => {
    const until = (time: string, more = ''): ClassList =>
      worksheet(
        'Monday, 30 November 2026, 2:37 AM',
        `Submitted for grading - 1 hour late - Extension granted until: Monday, 30 November 2026, ${time}${more}`,
      );
    expect(points([until('2:37 AM')])).toEqual([8, undefined]);
    expect(points([until('2:36 AM', ' - ')])).toEqual([7.2, 'upload']);
    expect(saidOf('w.csv', until('2:37 AM'))).toHaveLength(1);
    const foreign = until('02.37 Uhr');
    expect(points([foreign])).toEqual([7.2, 'upload']);
    expect(saidOf('w.csv', foreign)[1]).toContain('the extension of Ada ends cannot be read');
  });

  it('costs no free day that another set of the term has used', () => {
    const other = { ...KEY, assignment: { ...TOY, id: 'another' } };
    const before: Saved = [
      other,
      {
        students: [
          {
            ...one,
            student: { name: '', number: '07' },
            late: { days: 1, free: 1, less: 0, by: 'student' },
          },
        ],
        refused: [],
      },
    ];
    const two = { ...late, free: 2 } as const;
    expect(points([], { ...two, per: 'set' }, KEY, [before])[0]).toBe(8);
    expect(points([], { ...two, per: 'term' }, KEY, [before])[0]).toBe(7.2);
    // The same set, graded before, is the same days.
    expect(points([], { ...two, per: 'term' }, KEY, [[KEY, before[1]]])[0]).toBe(8);
  });
});

describe('the best of several sets', () => {
  const set = (id: string, of: number, all: readonly StudentResult[]): Saved => {
    const [first] = TOY.items;
    if (!first) throw new Error('an item');
    return [
      { ...KEY, assignment: { ...TOY, id, title: id, items: [{ ...first, points: of }] } },
      { students: all, refused: [] },
    ];
  };
  const sets = [
    set('one', 10, [result('7', 'Ada', 5), result('8', 'Bo', 10)]),
    set('two', 40, [result('007', 'Ada', 40)]),
    set('three', 8, [
      result('7', 'Ada', 4),
      result('8', 'Bo', 2, { items: verdicts([['unverified', 0]]) }),
    ]),
  ];

  it('is the mean of their shares, with nothing for what was not handed in', () => {
    // Ada: 1/2, 1, 1/2; the earlier of two alike counts. Bo: 1, nothing, 1/4.
    expect(
      bestOf(sets, 2).map(({ student, counted, mean, unread }) => [
        student.name,
        counted,
        mean,
        unread,
      ]),
    ).toEqual([
      ['Ada', [0, 1], 0.75, []],
      ['Bo', [0, 2], 0.625, [2]],
    ]);
    expect(bestOf(sets, 3).map(({ mean }) => mean)).toEqual([2 / 3, 1.25 / 3]);
    expect(bestOf(sets, 1).map(({ mean }) => mean)).toEqual([1, 1]);
  });

  it('is a table in per cent; of two gradings of one set the later counts', () => {
    const again = set('three', 8, [result('8', 'Bo', 8)]);
    expect(csvRows(termCsv([...sets, again], 2))).toEqual([
      [
        'Student number',
        'Name',
        'one, %',
        'two, %',
        'three, %',
        'Mean of the best 2 of 3, %',
        'Counted',
        'Not read yet in',
      ],
      ['7', 'Ada', '50', '100', '', '75', 'one; two', ''],
      ['8', 'Bo', '100', '', '100', '100', 'one; three', ''],
    ]);
  });
});
