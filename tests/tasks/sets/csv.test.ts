/** Tables for a spreadsheet: nothing in them is taken for a formula, and every text stays in its cell. */
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/tasks/grading/pure/out/csv.ts';
import { gradesCsv } from '../../../src/tasks/grading/pure/out/grades.ts';
import { csvRows } from '../../../src/tasks/grading/pure/out/read-csv.ts';
import { allRight, gradeAll } from './toy-class.ts';
import { submissionFor, KEY } from './toy.ts';

describe('the table for a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', " '=1"],
    [' \r\n=cmd', " \r\n'=cmd"],
    ['"=1"', '"\'=1"'],
    ['a;=1', "a;'=1"],
    ['a\n@x', "a\n'@x"],
    ['＝1+1', "'＝1+1"],
    ['\u202e=1', "'=1"],
    ['x\u0000y', 'xy'],
    ['a, "b"\nc', 'a, "b"\nc'],
    ['2 - 1', '2 - 1'],
  ])('%j stands as %j', (text, as) => {
    expect(csvRows(csvText([[text, 'next']]))).toEqual([[as, 'next']]);
  });

  it('keeps numbers as numbers, negative ones too', () => {
    expect(csvText([[-1.5, 0, Number.NaN, null]])).toBe('\uFEFF-1.5,0,,\r\n');
  });

  it('has a row for each student and for each file that was refused', () => {
    const named = {
      ...submissionFor('7', allRight('7')),
      student: { name: '=HYPERLINK("http://x")', number: '7' },
    };
    const result = gradeAll([named]);
    const rows = csvRows(
      gradesCsv(KEY, {
        ...result,
        refused: [{ file: '=1.json', problem: 'deep', says: 'It is deep.' }],
      }),
    );
    expect(rows[0]?.slice(0, 6)).toEqual([
      'Student number',
      'Name',
      'Points',
      'Out of',
      'toy-sum',
      'toy-sum, how',
    ]);
    expect(rows[1]?.slice(0, 5)).toEqual(['7', '\'=HYPERLINK("http://x")', '9', '9', '2']);
    expect(rows[2]?.at(-1)).toBe("'=1.json");
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});
