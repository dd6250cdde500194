/** The grader as an instructor types it: what it writes, what it says, and how it ends. */
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked } from '../../../scripts/command.mjs';
import { simulated } from '../../../scripts/hand-in/class.ts';
import { repeat } from '../../../scripts/grade/rerun.ts';
import { askedOf } from '../../../scripts/grade/options.ts';
import { Misread } from '../../../scripts/misread.mjs';
import { readShare } from '../../../scripts/grade/read-share.ts';
import { inProjectNode } from '../../../scripts/setup.mjs';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import type { Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import type { Decision } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import type { ClassResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import { madeOf, YAML } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'hand-ins-'));
const at = (name: string): string => join(folder, name);
const files = at('files');

beforeAll(async () => {
  const { made } = await madeOf(YAML);
  if (!made) throw new Error('the fixture was not made');
  writeFileSync(at('key.json'), JSON.stringify(made.key));
  mkdirSync(join(files, 'as a course writes them'), { recursive: true });
  const found = await simulated(made.key, 6, 3, (runs, onDone) => repeat(runs, 1, onDone));
  for (const [i, [name, text]] of [...found.files].entries()) {
    writeFileSync(join(files, i === 0 ? 'as a course writes them' : '.', name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  /** On standard error. */
  readonly said: string;
}

/** The grader, in a book of its own or in this one. */
function gradeIn(cwd: string, ...words: readonly string[]): Ended {
  const { status, stderr } = inProjectNode('node', [resolve('scripts/grade/main.ts'), ...words], {
    ...{ cwd, stdio: 'pipe', encoding: 'utf8' },
  });
  return { status, said: String(stderr) };
}
const grade = (...words: readonly string[]) => gradeIn('.', ...words);
/** What is said to somebody who types this. */
async function read(share: string, typed: string): Promise<string> {
  const told: string[] = [];
  await readShare(share, Readable.from([typed]), (text) => told.push(text));
  expect(told.join('')).not.toContain('\u001b');
  return told.join('');
}
interface Whole {
  readonly key: Key;
  readonly decisions: readonly Decision[];
}
const usual = ['--assignment', 'small', '--key', at('key.json'), '--out', at('grades.csv')];

describe('npm run grade', () => {
  it('ends with 0 where all were graded, folders in the folder too, and writes table and JSON', () => {
    const { status, said } = grade(files, ...usual, '--json', at('grades.json'), '--jobs', '1');
    expect(said).toContain('6 students graded, 0 files not');
    expect(status).toBe(0);
    expect(readFileSync(at('grades.csv'), 'utf8').split('\r\n')).toHaveLength(8);
    const result = JSON.parse(readFileSync(at('grades.json'), 'utf8')) as ClassResult;
    expect(result.students.map(({ file }) => file)).toContainEqual(
      expect.stringMatching(/^as a course writes them\//),
    );
  });

  it('repeats nothing twice when it goes on, and grades the same', () => {
    const before = readFileSync(at('grades.csv'), 'utf8');
    const { status, said } = grade(files, ...usual, '--resume');
    expect(said).toMatch(/(\d+) of \1 runs were repeated before/);
    expect(status).toBe(0);
    expect(readFileSync(at('grades.csv'), 'utf8')).toBe(before);
  });

  it('gives the worksheet back with its marks, feedback in one file, and what lateness has cost', () => {
    const { students } = JSON.parse(readFileSync(at('grades.json'), 'utf8')) as ClassResult;
    const lines = students.map(
      ({ student }, i) =>
        `"Participant ${i + 2}",${student.number},x,,1.00,Yes,"Monday, 30 November 2026, 2:37 AM",-`,
    );
    const head =
      'Identifier,"ID number",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)"';
    const worksheet = `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
    writeFileSync(at('work, sheet.csv'), worksheet);
    const more = ['--class', at('work, sheet.csv'), '--resume', '--json', at('late.json')];
    const late = [
      '--due',
      '2026-11-29T12:00',
      '--penalty',
      '25',
      '--free-days',
      '0',
      '--floor',
      '10',
    ];
    const out = ['--back', at('back'), '--feedback', at('feedback.zip'), '--solutions'];
    const without = grade(files, ...usual, ...more, ...late, ...out, '--as-points');
    expect(without.said).toMatch(
      /was taken for Moodle’s worksheet for offline grading, with 6 stud/,
    );
    expect(without.said).toMatch(/The set has \d+ points and the file takes at most 1: /);
    expect(without.status).toBe(1);
    const { status, said } = grade(files, ...usual, ...more, ...late, ...out);
    expect([status, said]).toEqual([
      0,
      expect.stringMatching(/maximum is 1, and .*in proportion: /),
    ]);
    const after = (JSON.parse(readFileSync(at('late.json'), 'utf8')) as ClassResult).students;
    // Fourteen and a half hours late: one day begun.
    for (const [i, { late: found, points }] of after.entries()) {
      expect([found?.days, found?.by]).toEqual([1, 'upload']);
      expect(points).toBeCloseTo((students[i]?.points ?? 0) * 0.75, 5);
    }
    const back = readFileSync(at('back/work, sheet.csv'), 'utf8');
    expect(back.replaceAll(/,x,[\d.]+,1\.00/g, ',x,,1.00')).toBe(worksheet);
    expect(back).not.toBe(worksheet);
    const zip = readFileSync(at('feedback.zip'), 'utf8');
    expect(zip).toContain('Participant_2_assignfeedback_file/');
    expect(zip).toContain('### Solution');
    const term = grade('--best', '1', '--sets', at('late.json'), '--out', at('term.csv'));
    expect([term.status, term.said]).toEqual([0, expect.stringContaining('The best 1 of 1 sets')]);
    expect(readFileSync(at('term.csv'), 'utf8')).toContain('"Mean of the best 1 of 1, %"');
  });

  it('ends with 1 where a file is broken, says which, and grades the others', () => {
    writeFileSync(join(files, 'broken.json'), '{"kind":"hand-in"');
    writeFileSync(join(files, 'bytes.json'), Buffer.from([0x7b, 0xff, 0xfe, 0x41]));
    writeFileSync(join(files, 'large.json'), Buffer.alloc(3_000_000, 0x20));
    writeFileSync(at('class.csv'), 'number,name\n4711,Chi Ito\n');
    const more = ['--class', at('class.csv'), '--rule', 'best'];
    const { status, said } = grade(files, ...usual, '--resume', ...more);
    expect(status).toBe(1);
    expect(said).toContain('- Chi Ito (4711): handed in nothing.');
    expect(said).toContain('6 students graded, 3 files not');
    expect(said).toMatch(/- broken\.json: The file is not JSON, or it was cut short/);
    expect(said).toMatch(/- bytes\.json: The file is not a text\. Ask/);
    expect(said).toMatch(/- large\.json: The file is larger than 40000 bytes/);
  });

  it.each([
    ['nothing', [], /^FOLDER is missing: the hand-ins/],
    ['no table', [files, '--assignment', 'small'], /^--out FILE\.csv is missing: the marks/],
    ['no such folder', ['nowhere', ...usual], /There is no folder nowhere/],
    ['an option that there is not', [files, ...usual, '--fast'], /There is no option --fast/],
    ['an option twice', [files, ...usual, '--jobs', '1', '--jobs', '2'], /--jobs is given twice/],
    ['no jobs', [files, ...usual, '--jobs', '0'], /--jobs is a whole number from 1 to 64/],
    ['a list without a class', [files, ...usual, '--list', at('l.csv')], /--list wants --class/],
    ['a class that is nowhere', [files, ...usual, '--class', 'no.csv'], /There is no file no\.csv/],
    ['a time that is none', [files, ...usual, '--due', '2026-13-45'], /--due is a time such as/],
    ['a half per cent', [files, ...usual, '--penalty', '0.5'], /--penalty is a whole number/],
    [
      'days of a year',
      [files, ...usual, '--free-per', 'year'],
      /no span year; there are set, term/,
    ],
    [
      'more sets than there are',
      ['--best', '3', '--sets', files, '--out', at('t.csv')],
      /There is no file/,
    ],
    ['readings that are nowhere', [files, ...usual, '--readings', at('no')], /There is no folder/],
    ['one name twice', [files, ...usual, '--into', '.', '--share', 'A,A'], /each once/],
    [
      'an appeal about nothing',
      [files, ...usual, '--share', 'A', '--into', '.', '--again', '7'],
      /takes NUMBER\/ITEM/,
    ],
    [
      'a day that no calendar has',
      [files, ...usual, '--json', at('j.json'), '--delete-by', '2027-13-45'],
      /--delete-by is a day of the calendar, such as/,
    ],
    ['no share', [files, ...usual, '--twice', '2'], /--twice is a share from 0 to 1/],
  ])('does not begin with %s', (_, words, said) => {
    const read = (): unknown => askedOf(asked('grade', words));
    expect(read).toThrow(Misread);
    expect(read).toThrow(said);
  });

  it.each([
    [
      'the key of another assignment',
      ['--assignment', 'tall', '--key', at('key.json')],
      /is the key of small, not of tall/,
    ],
    ['no key', ['--assignment', 'small', '--key', at('grades.csv')], /is no key of an assignment/],
    [
      'an assignment that there is not',
      ['--assignment', 'nowhere'],
      /no assignment nowhere; there/,
    ],
    [
      'a grading of nothing',
      ['--assignment', 'small', '--key', at('key.json'), '--before', at('key.json')],
      /is no saved grading with names and key/,
    ],
  ])('ends with 2 for %s', (_, words, said) => {
    const found = grade(files, ...words, '--out', at('x.csv'));
    expect(found.said).toMatch(said);
    expect(found.status).toBe(2);
  });
});

describe('a fault in the file of one assignment', () => {
  const book = at('book');
  const none = at('none');
  const graded = (id: string): Ended =>
    gradeIn(book, none, '--assignment', id, '--out', at(`${id}.csv`));

  beforeAll(() => {
    mkdirSync(none);
    mkdirSync(join(book, 'content/a/assignments'), { recursive: true });
    for (const room of ['widgets', 'src', 'scripts', 'public', 'node_modules', 'package.json'])
      symlinkSync(resolve(room), join(book, room));
    writeFileSync(join(book, 'content/book.yaml'), 'id: toy\n');
    writeFileSync(join(book, 'content/a/assignments/small.yaml'), YAML);
    const broken = YAML.replace('id: small\n', 'id: tall\n').replace('points: 3', 'points: much');
    writeFileSync(join(book, 'content/a/assignments/tall.yaml'), broken);
  });

  it('does not stop another from being graded, and is told in a sentence', () => {
    const { status, said } = graded('small');
    const told = said.split('\n');
    expect(told[0]).toMatch(
      /^Another assignment has a fault.*assignments\/tall\.yaml:\d+: items\.0\.p/,
    );
    expect(told.filter((line) => /^ +at |Error/.test(line))).toEqual([]);
    expect(said).toContain('0 students graded');
    expect(status).toBe(0);
    expect(readFileSync(at('small.csv'), 'utf8')).toContain('small-capacity');
  });

  it('is said with file and line to whoever grades that one', () => {
    const { status, said } = graded('tall');
    expect(said).toMatch(
      /^The book's assignments have faults:\n- .*tall\.yaml:\d+: items\.0\.points/,
    );
    expect(said).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });
});

describe('the reading at the desk', () => {
  const shares = at('shares');
  const done = (name: string) => readFileSync(join(shares, name), 'utf8');

  const unread = at('unread');
  const some = ['--assignment', 'small', '--key', at('key.json'), '--out', at('read.csv')];

  beforeAll(() => {
    mkdirSync(unread);
    for (const name of globSync('*-small.json', { cwd: files })) {
      const one = JSON.parse(readFileSync(join(files, name), 'utf8')) as Submission;
      const items = Object.entries(one.items).map(([id, item]) => [
        id,
        { ...item, answer: 'dozens\u001b[2J' },
      ]);
      const asText = { ...one, items: Object.fromEntries(items) as Submission['items'] };
      writeFileSync(join(unread, name), JSON.stringify(asText));
    }
  });

  it('is dealt out, read by keyboard, stopped and gone on with, and comes together as on the page', async () => {
    const { said } = grade(unread, ...some, '--share', 'Ann,Ben', '--into', shares, '--twice', '1');
    const [, left = ''] = /(\d+) answers? left to be read/.exec(said) ?? [];
    expect(Number(left)).toBeGreaterThan(1);
    const [ann, ben] = ['1', '2'].map((n) => join(shares, `${n}-small-reading.json`)) as [
      string,
      string,
    ];
    const all = '1\nBecause.\n'.repeat(Number(left));
    expect(await read(ann, '99\n1\nBecause.\nq\n')).toMatch(
      /from 0 to[^]*the same command goes on/,
    );
    expect(await read(ann, all)).toMatch(/Nothing is left to be read/);
    // Who puts one answer back reads it last.
    expect(await read(ben, `\n0\nNo.\n${all}`)).toMatch(/Nothing is left to be read/);
    const merge = grade(unread, ...some, '--resume', '--readings', shares, '--json', at('g.json'));
    expect(merge.said).toContain(`on 1 answer two readers differ`);
    expect(merge.said).toContain('1 answer left to be read');
    const { decisions } = JSON.parse(readFileSync(at('g.json'), 'utf8')) as Whole;
    expect(decisions).toHaveLength(Number(left) - 1);
    expect(decisions[0]).toMatchObject({ points: 1, note: 'Because.', by: 'Ann, Ben' });
    expect(JSON.parse(done('small-read-by-Ann.json'))).toMatchObject({ kind: 'read' });
  });

  it('says after a changed key who gains, and keeps what was decided', () => {
    const { key, decisions } = JSON.parse(readFileSync(at('g.json'), 'utf8')) as Whole;
    const items = key.assignment.items.map((one, i) => ({
      ...one,
      points: one.points + Number(i === 2),
    }));
    const changed = { ...key, assignment: { ...key.assignment, items } };
    writeFileSync(at('changed.json'), JSON.stringify(changed));
    const { said } = grade(
      ...[unread, '--assignment', 'small', '--key', at('changed.json'), '--out', at('read.csv')],
      ...['--resume', '--before', at('g.json'), '--changes', at('changes.csv')],
      ...['--json', at('after.json')],
    );
    expect(said).toMatch(/marks? changed: \d+ for the better, 0 for the worse/);
    expect(said).toContain('the item’s points changed');
    expect(readFileSync(at('changes.csv'), 'utf8')).toContain('small-machine');
    const after = JSON.parse(readFileSync(at('after.json'), 'utf8')) as Whole;
    expect(after.decisions).toEqual(decisions);
  });
});
