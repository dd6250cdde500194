/** The file that was uploaded comes back: its own column filled, every other byte as it was, and nobody’s line guessed. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { StudentResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { ClassList } from '../../../src/tasks/grading/pure/out/class-list.ts';
import {
  givenBack,
  maximaIn,
  type Giving,
} from '../../../src/tasks/grading/pure/out/given-back.ts';
import { csvRows, edited, sheetOf } from '../../../src/tasks/grading/pure/out/read-csv.ts';
import { encoded } from '../../../src/tasks/grading/teach/encoded.ts';
import { TOY } from '../sets/toy.ts';
import { listOf, result, verdicts } from './class.ts';

const back = (
  text: string,
  students: readonly StudentResult[],
  how: Giving = {},
  others: readonly ClassList[] = [],
): { readonly text: string; readonly says: string } => {
  const given = givenBack(listOf(text), TOY, students, how, others);
  if ('problem' in given) throw new Error(given.problem);
  return { text: given.text, says: given.says.join('\n') };
};

/** As Moodle 4.5 writes it: a mark for the encoding, lines that end in one sign, quotation marks where there are blanks. */
const WORKSHEET = `\uFEFFIdentifier,"Full name","ID number","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Online text","Last modified (grade)","Feedback comments"
"Participant 2","Ada Ångström",s07,ada@example.com,"Submitted for grading -  - ",,10.00,Yes,"Monday, 30 November 2026, 2:37 AM","Hello   ",-,
"Participant 31","Bo O'Neill, Jr",s08,bo@example.com,"Submitted for grading -  - ",5.00,10.00,Yes,"Monday, 30 November 2026, 2:37 AM","He said ""no""
twice",-,"Come and see me."
"Participant 4","กานดา ศรีสุข",s09,kanda@example.com,"No submission -  - ",,10.00,Yes,-,,-,
`;
/** The same in another language: no head is known, numbers have a comma. */
const FREMD = WORKSHEET.replace(
  /^.*\n/,
  '\uFEFFID,"Vollständiger Name",ID-Nummer,E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden","Zuletzt geändert (Abgabe)",Texteingabe,"Zuletzt geändert (Bewertung)","Feedback als Kommentar"\n',
)
  .replaceAll('Participant ', 'Teilnehmer/in')
  .replaceAll('10.00', '"10,00"')
  .replaceAll('5.00', '"5,00"')
  .replaceAll('Monday, 30 November 2026, 2:37 AM', 'Montag, 30. November 2026, 02:37');

const moodle = (name: string, number: number, file = 'hand-in.json'): string =>
  `class/${name}_${number}_assignsubmission_file/${file}`;

describe('Moodle’s worksheet', () => {
  const ada = result('s07', 'Ada', 7.254);
  const comment = (text: string): string => csvRows(text)[1]?.[11] ?? '';

  it('comes back with marks and comments in their cells, and every other byte as it was', () => {
    const given = back(WORKSHEET, [ada], { isScaled: false });
    expect(comment(given.text)).toMatch(
      /^<p><strong>Feedback: Toy<\/strong><\/p><p>7\.25 of 9 points/,
    );
    const without = given.text
      .replace(`-,${comment(given.text)}`, '-,')
      .replace(' - ",7.25,', ' - ",,');
    expect(without).toBe(WORKSHEET);
    expect(given.says).toContain('1 mark written into “Grade”.');
    expect(given.says).toContain(
      'maximum is 10 and the set has 9 points, which are written as they are: 7 of 9 stays 7.',
    );
  });

  it('is known in any language, and has its numbers as it writes them', () => {
    const list = listOf(FREMD);
    expect(list.kind).toBe('worksheet');
    expect(list.people.map(({ account, name, email }) => [account, name, email])).toEqual([
      ['2', 'Ada Ångström', 'ada@example.com'],
      ['31', "Bo O'Neill, Jr", 'bo@example.com'],
      ['4', 'กานดา ศรีสุข', 'kanda@example.com'],
    ]);
    const both = [result('ada@example.com', '?', 7.254), result('S08', '?', 9)];
    const given = back(FREMD, both, { isScaled: false });
    expect(csvRows(given.text).map((row) => row[5])).toEqual(['Bewertung', '7,25', '9', '']);
    expect(comment(given.text)).toContain('7.25 of 9 points');
    expect(given.text).toContain(',"7,25","10,00",Yes,');
  });

  it('is not taken in by other columns that hold one number, in any language', () => {
    const more = FREMD.replace(',Status,', ',Abteilung,Raum,Status,').replaceAll(
      /(@example\.com),/g,
      '$1,101,7,',
    );
    expect(back(more, [result('s07', '?', 6.3)]).text).toMatch(/101,7,"Submitted[^,]*",7,"10,00"/);
  });

  it('is known where every student has an extension, in any language', () => {
    const all = FREMD.replaceAll(' -  - ', ' - Verlängerung bis: Montag, 7. Dezember 2026, 23:59');
    expect(listOf(all).kind).toBe('worksheet');
  });

  it('without names, as blind marking has it, goes by the account that a file came from', () => {
    const blind = WORKSHEET.split('\n')
      .map((line) =>
        line.replace(
          /^(\uFEFF?(?:Identifier|"Participant \d+")),.*?,(Status|"(?:Submitted|No))/,
          '$1,$2',
        ),
      )
      .join('\n');
    const given = back(blind, [
      result('4711', 'Somebody', 6, { file: moodle('Participant', 31) }),
      result('4712', 'Ada Ångström', 3),
    ]);
    expect(csvRows(given.text).map((row) => row[2])).toEqual(['Grade', '', '6.67', '']);
    expect(given.says).toContain('Ada Ångström (4712): no line has this number');
  });

  it('keeps a comment that somebody has written, and replaces one of its own', () => {
    const once = back(WORKSHEET, [ada, result('s08', 'Bo', 1)]).text;
    expect(csvRows(once)[2]?.[11]).toBe('Come and see me.');
    expect(comment(back(once, [{ ...ada, points: 8 }]).text)).toContain('8 of 9 points');
  });

  it('is not touched where nobody has read an answer yet, nobody knows whose it is, or nothing came', () => {
    const given = back(WORKSHEET, [
      {
        ...ada,
        items: verdicts([
          ['right', 2],
          ['unverified', 0],
        ]),
      },
      result('s08', 'Bo', 9, { flags: [{ flag: 'owner', says: '' }] }),
    ]);
    expect(given.text).toBe(WORKSHEET);
    expect(given.says).toContain('Ada (s07): there are answers still to be read.');
    expect(given.says).toContain('Bo (s08): it is not settled whose hand-in this is.');
  });

  it('with another maximum than the set’s is filled in proportion, or with points, as was asked', () => {
    const small = WORKSHEET.replaceAll('10.00', '6.00');
    expect(() => back(small, [ada], { isScaled: false })).toThrow(
      /The set has 9 points and the file takes at most 6: .*in proportion: 7 of 9 becomes 4\.67/,
    );
    expect(() => back(WORKSHEET.replaceAll('10.00', '0.00'), [ada])).toThrow(
      /at most 0: therefore/,
    );
    const scaled = back(small, [ada, result('s08', 'Bo', 9)]);
    expect(csvRows(scaled.text).map((row) => row[5])).toEqual(['Grade', '4.84', '6', '']);
    expect(scaled.says).toContain(
      'maximum is 6, and the set has 9 points, so the marks are in proportion: 7 of 9 becomes 4.67.',
    );
    // It is known before anything is written.
    const all = [small, CANVAS, CANVAS.replaceAll('Toy', 'Else')].map(listOf);
    expect(maximaIn(all, TOY)).toEqual([6, 10]);
  });

  it('of an assignment that is graded by a scale is refused in words', () => {
    const scale = WORKSHEET.replace('Maximum grade', 'Scale').replaceAll('10.00', '"Poor\nGood"');
    expect(() => back(scale, [ada])).toThrow(/is graded by a scale/);
  });

  it('holds nothing that PHP’s reader would take for a sign of its own', () => {
    const odd = { ...ada, items: verdicts([]).map((one) => ({ ...one, says: 'C:\\"\r\n<b>=1' })) };
    expect(comment(back(WORKSHEET, [odd]).text)).not.toMatch(/["\\\r\n]|<b>/);
  });
});

describe('a student’s line', () => {
  const LIST =
    'Student number,Username,Email,Name\n7,ada,ada@x.org,"Cho, Ada"\n8,9,bo@x.org,Bo Ek\n9,9,c@x.org,Kim Lee\n10,kl,d@x.org,Kim  Lee\n';
  const marks = (...students: readonly StudentResult[]): readonly (string | undefined)[] =>
    csvRows(back(LIST, students).text)
      .slice(1)
      .map((row) => row[4]);
  const says = (...students: readonly StudentResult[]): string => back(LIST, students).says;

  it.each([
    ['its number, however it is spelt', '0007', 'x', 0],
    ['a login', 'ADA', 'x', 0],
    ['an e-mail', 'Bo@X.org', 'x', 1],
    ['a number before a login that is the same', '9', 'x', 2],
    ['a name, in another order', '4711', 'ada cho', 0],
  ])('is found by %s', (_, number, name, line) => {
    expect(marks(result(number, name, 5))).toEqual(
      ['', '', '', ''].map((none, i) => (i === line ? '5' : none)),
    );
  });

  it('is nobody’s where two fit, where a name is only like one, or where two claim it alike', () => {
    expect(marks(result('99', 'Kim Lee', 5), result('98', 'Ada Choe', 5))).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect(says(result('99', 'Kim Lee', 5))).toContain('Kim Lee (99): more than one line fits');
    const two = [result('96', 'Bo Ek', 5), result('97', 'Ek, Bo', 6)];
    expect(marks(...two)).toEqual(['', '', '', '']);
    expect(says(...two)).toContain(
      'Bo Ek (96); Ek, Bo (97): the line that fits is also another student’s',
    );
    // Whoever has the number has the line, whoever has the name besides.
    expect(marks(...two, result('8', 'Somebody', 7))).toEqual(['', '7', '', '']);
  });

  it('is found by way of another list of the class', () => {
    const list = listOf(LIST.replace('ada@x.org', 'ada@example.com'));
    const given = back(WORKSHEET, [result('7', 'x', 4.5)], {}, [list]);
    expect(csvRows(given.text).map((row) => row[5])).toEqual(['Grade', '5', '5.00', '']);
    // The number says one, the account from which it came another.
    const strange = result('7', 'x', 5, { file: moodle('Bo', 31) });
    expect(back(WORKSHEET, [strange], {}, [list]).text).toBe(WORKSHEET);
    expect(back(WORKSHEET, [strange], {}, [list]).says).toContain(
      'x (7): it was uploaded by another',
    );
  });
});

const CANVAS = `Student,ID,SIS User ID,SIS Login ID,Section,Other (11),Toy (12),Toy two (13),Final Score\r
,,,,,Manual Posting,,,\r
    Points Possible,,,,,5,10,10,(read only)\r
"Cho, Ada",678,S001,ada,"Mon, Tue",4,,3,80.00\r
"Ek, Bo",679,S002,bo,Mon,,EX,,\r
"Lee, Kim",680,,kim,Mon,,1.5,,\r
"Student, Test",99,,test,Mon,,,,\r
`;

describe('Canvas’s gradebook', () => {
  const all = [result('S001', 'x', 8.5), result('S002', 'y', 9), result('680', 'z', 7)];

  it('comes back with the column of the title filled, found by its id, and every other byte as it was', () => {
    const given = back(CANVAS, all, { isScaled: false });
    expect(given.text).toBe(CANVAS.replace('Tue",4,,3', 'Tue",4,8.5,3'));
    expect(given.says).toContain('y (S002): Canvas has “EX” or “N/A” there');
    // A number of Canvas’s own is nobody’s student number.
    expect(given.says).toContain('z (680): no line has this number');
    const upload = result('?', 'z', 7, { file: 'leekim_LATE_680_55_x.json' });
    expect(back(CANVAS, [upload], { isScaled: false }).text).toBe(CANVAS.replace(',1.5,', ',7,'));
  });

  it('has the chosen column filled, and asks where two may be meant', () => {
    expect(back(CANVAS, all.slice(0, 1), { column: 'Toy two (13)' }).text).toBe(
      CANVAS.replace(',,3,80.00', ',,9.44,80.00'),
    );
    expect(() => back(CANVAS.replace('Toy two', 'Toy'), all)).toThrow(
      /“Toy \(12\)” and “Toy \(13\)”\. Choose one/,
    );
    expect(() => back(CANVAS, all, { column: 'Final Score' })).toThrow(/is read only in Canvas/);
  });

  it('gets a column of its own where there is none, with what there is to earn, and says so', () => {
    const given = back(CANVAS.replaceAll('Toy', 'Else'), all);
    const rows = csvRows(given.text);
    expect(rows.map((row) => row[9])).toEqual(['Toy', '', '9', '8.5', '9', '', '']);
    expect(given.says).toContain('Canvas will make a new assignment of it');
  });

  it('reads 1,000 as Canvas does, as one', () => {
    const thousand = CANVAS.replace(',5,10,', ',5,"1,000",');
    expect(() => back(thousand, all, { isScaled: false })).toThrow(
      /takes at most 1, for Canvas reads “1,000” so/,
    );
    expect(back(thousand, all).says).toContain('maximum is 1, for Canvas reads “1,000” so, and');
  });

  it('with semicolons and commas gets commas', () => {
    const semi = CANVAS.replace('"Mon, Tue"', 'Mon')
      .replaceAll(/, (Ada|Bo|Kim|Test)/g, '_$1')
      .replaceAll(',', ';')
      .replaceAll('_', ', ')
      .replace(';5;10;10;', ';5,00;10,00;10,00;');
    expect(back(semi, all, { isScaled: false }).text).toBe(semi.replace(';4;;3;', ';4;8,5;3;'));
  });
});

describe('Moodle’s gradebook, and any list', () => {
  const GRADES =
    'First name;Last name;ID number;Email address;Assignment: Toy (Real);Assignment: Toy (Feedback);Last downloaded\n"Ada";"Cho";"7";a@x.org;"-";"";1764550000\nBo;Ek;;bo@x.org;-;;1764550000';

  it('comes back with the points in their column, its quotation marks kept', () => {
    const given = back(GRADES, [result('7', 'x', 8.5), result('?', 'Bo Ek', 3)]);
    expect(given.text).toBe(
      GRADES.replace('a@x.org;"-"', 'a@x.org;"8.5"').replace('bo@x.org;-', 'bo@x.org;3'),
    );
  });

  it('gets a column at the end where there is none, in rows that are too short, too', () => {
    const list = '\uFEFFname,number,room\r\nAda,7\r\n\r\nBo,8,"a\r\nb",\r\n';
    expect(back(list, [result('7', 'x', 2), result('8', 'y', 0)]).text).toBe(
      '\uFEFFname,number,room,,Toy\r\nAda,7,,,2\r\n\r\nBo,8,"a\r\nb",,0\r\n',
    );
    const formula = { ...TOY, title: '=1+1' };
    const given = givenBack(listOf(list), formula, [], {});
    expect('text' in given && given.text).toContain(",'=1+1\r\n");
  });
});

describe('a file that is written anew in one cell', () => {
  it('is otherwise the same, whatever it holds', () => {
    const cell = fc.stringMatching(/^(?:"(?:[^"]|"")*"|[^",;\t\r\n]*)$/, { maxLength: 12 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 6,
    });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(
        table,
        ends,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        (rows, end, sign, bom) => {
          const text = `${bom ? '\uFEFF' : ''}${rows.map((row) => row.join(sign)).join(end)}${end}`;
          const sheet = sheetOf(text);
          expect(edited(sheet, [])).toBe(text);
          for (const [r, row] of sheet.rows.entries()) {
            for (const [c, one] of row.entries()) {
              const now = edited(sheet, [[r, c, 'MARK']]);
              const [before, after] = [text.slice(0, one.from), text.slice(one.to)];
              expect(now.startsWith(before) && now.endsWith(after)).toBe(true);
              expect(now.length).toBeLessThanOrEqual(before.length + after.length + 6);
            }
          }
        },
      ),
      { seed: 29, numRuns: 200 },
    );
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFname,number\nZoë,7\n')],
    ['UTF-16 as Excel writes it', Buffer.from('\uFEFFname\tnumber\r\nZoë 語\t7\r\n', 'utf16le')],
    [
      'UTF-16 the other way round',
      Buffer.from('\uFEFFname\tnumber\r\nZoë\t7\r\n', 'utf16le').swap16(),
    ],
    ['one byte a letter', Buffer.from('name;number\r\nZo\xeb \x80\x81;7\r\n', 'latin1')],
  ])('has the bytes that it had: %s', (_, bytes) => {
    const { text, bytesOf } = encoded(bytes);
    expect(Buffer.from(bytesOf(text))).toEqual(bytes);
    const filled = back(text, [result('7', 'x', 3)]).text;
    const again = encoded(bytesOf(filled)).text;
    expect(again).toBe(filled);
    expect(csvRows(again)[1]?.[2]).toBe('3');
  });
});
