/** Files that are dropped in any order go where they belong, by what stands in them. */
import { expect, it } from 'vitest';
import { isList } from '../../../src/tasks/grading/pure/out/told-apart.ts';
import { saidOf } from '../../../src/tasks/grading/teach/grading.ts';
import { submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { submissionFor } from '../sets/toy.ts';
import { listOf } from './class.ts';

const LIST = 'number,name,Extended until\n7,Ada,2030-01-01\n';
const WORKSHEET =
  'Identifier,"Full name",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)"\n"Participant 2",Ada,x,,10.00,Yes,"Montag, 30. November 2026, 02:37",-\n';

it.each([
  ['a hand-in', 'Ada.json', submissionText(submissionFor('7', {})), false],
  ['one under another name', 'hand.txt', `\uFEFF ${submissionText(submissionFor('7', {}))}`, false],
  ['one that is broken', 'a.JSON', '<b>', false],
  ['a class list', 'class.txt', LIST, true],
  ['a list that cannot be read', 'class.csv', 'a,b\n', true],
  ['the beginning of a worksheet', 'x', WORKSHEET.slice(0, -40), true],
  ['a list that a student has handed in', 'all/Ada_2_assignsubmission_file/class.csv', LIST, false],
  ['one in Canvas’s download', 'choada_12_345_class.csv', LIST, false],
  ['a picture', 'a.png', '\u0089PNG\r\n\0\0', false],
  ['a text', 'notes.txt', 'Dear all,\nnumber 7 is late.', false],
])('%s is a list, or none', (_, name, text, is) => {
  expect(isList(name, text)).toBe(is);
});

it('what a list was taken for is said, and what cannot be read in it', () => {
  const list = listOf('number,name,Extended until\n7,Ada,2026-13-45\n8,Bo,2026-12-01\n');
  expect(saidOf('class.csv', list)).toEqual([
    'class.csv was taken for a class list, with 2 students.',
    expect.stringContaining('When the extension of 7 ends cannot be read'),
  ]);
  expect(saidOf('w.csv', listOf(WORKSHEET))).toEqual([
    'w.csv was taken for Moodle’s worksheet for offline grading, with 1 student.',
    expect.stringContaining(
      'in a language that is not read here (“Montag, 30. November 2026, 02:37”)',
    ),
  ]);
});
