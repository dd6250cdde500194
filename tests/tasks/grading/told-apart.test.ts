/** Files that are dropped in any order go where they belong, by what stands in them. */
import { expect, it } from 'vitest';
import { toldApart } from '../../../src/tasks/grading/pure/out/told-apart.ts';
import { wholeText } from '../../../src/tasks/grading/pure/out/whole.ts';
import { saidOf } from '../../../src/tasks/grading/teach/grading.ts';
import { submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { KEY, submissionFor } from '../sets/toy.ts';
import { listOf } from './class.ts';

const none = { isPseudonymous: false, deleteBy: '', stats: [], together: [], decisions: [] };

it.each([
  ['a hand-in', 'Ada.json', submissionText(submissionFor('7', {})), 'hand-in'],
  [
    'one under another name',
    'hand-in.txt',
    `\uFEFF ${submissionText(submissionFor('7', {}))}`,
    'hand-in',
  ],
  ['one that is broken', 'a.JSON', '<b>', 'hand-in'],
  ['a key', 'key.json', JSON.stringify(KEY, null, 2), 'key'],
  [
    'a saved grading',
    'grades.json',
    wholeText(KEY, { students: [], refused: [] }, none),
    'grading',
  ],
  ['a class list', 'class.txt', 'number,name\n7,Ada\n', 'list'],
  ['a list that cannot be read', 'class.csv', 'a,b\n', 'list'],
  [
    'the beginning of a worksheet',
    'x',
    'Identifier,"Full name",Status,Grade,"Maximum grade"\n"Participant 2",Ada,"Subm',
    'list',
  ],
  ['a picture', 'a.png', '\u0089PNG\r\n\0\0', 'other'],
  ['a text', 'notes.txt', 'Dear all,\nnumber 7 is late.', 'other'],
])('%s', (_, name, text, kind) => {
  expect(toldApart(name, text)).toBe(kind);
});

it('what a list was taken for is said, and what cannot be read in it', () => {
  const list = listOf('number,name,Extended until\n7,Ada,2026-13-45\n8,Bo,2026-12-01\n');
  expect(saidOf('class.csv', list)).toEqual([
    'class.csv was taken for a class list, with 2 students.',
    expect.stringContaining('When the extension of 7 ends cannot be read'),
  ]);
  const worksheet = listOf(
    'Identifier,"Full name",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)"\n"Participant 2",Ada,x,,10.00,Yes,"Montag, 30. November 2026, 02:37",-\n',
  );
  expect(saidOf('w.csv', worksheet)).toEqual([
    'w.csv was taken for Moodle’s worksheet for offline grading, with 1 student.',
    expect.stringContaining(
      'in a language that is not read here (“Montag, 30. November 2026, 02:37”)',
    ),
  ]);
});
