/** Files by what is in them: however they are called and whatever stands around; and what is no file at all. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesIn, handedIn } from '../../../scripts/grade/files.ts';
import { zippedBytes } from '../../../src/book/zipped.ts';
import { gradeClass } from '../../../src/tasks/grading/pure/grade/class.ts';
import { ownerIn } from '../../../src/tasks/grading/pure/grade/owner.ts';
import { readClassList } from '../../../src/tasks/grading/pure/out/class-list.ts';
import { compared } from '../../../src/tasks/grading/pure/out/lines.ts';
import { readBytes } from '../../../src/tasks/grading/teach/read-bytes.ts';
import { fileIs } from '../../../src/tasks/sets/page/check-file.ts';
import { workInFile } from '../../../src/tasks/sets/page/opened-file.ts';
import { isProblem } from '../../../src/tasks/sets/pure/submission/read.ts';
import { submissionMarkdown } from '../../../src/tasks/sets/pure/submission/markdown.ts';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';
import { submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { pasted } from './attack.ts';
import { allRight } from './toy-class.ts';
import { honest, KEY, submissionFor, TOY } from './toy.ts';

const own = submissionFor('7', { ...allRight('7'), sum: '3 < 4 & "5"  —  語' });
const text = submissionText(own);
const utf8 = (of: string): Buffer => Buffer.from(of, 'utf8');
const utf16 = (of: string): Buffer => Buffer.from(of, 'utf16le');
const page = pasted(text);

const TAKEN = [
  ['as the page writes it', utf8(text)],
  ['with a mark and blanks around it', utf8(`\uFEFF \r\n\t${text}\n\n `)],
  ['in a message', utf8(`Here it is:\n${text}\nBest, Ada`)],
  ['indented with blanks that do not break', utf8(text.replaceAll('\n ', '\n\u00A0'))],
  ['in UTF-16', Buffer.from(utf16(`\uFEFF${text}`))],
  ['in UTF-16, the other way round', Buffer.from(utf16(`\uFEFF${text}`)).swap16()],
  ['in UTF-16 without a mark', Buffer.from(utf16(text))],
  ['in a page', utf8(page)],
  [
    'in a page with signs as numbers',
    utf8(page.replaceAll('—', '&#8212;').replaceAll('語', '&#x8a9e;')),
  ],
] as const;

describe('a hand-in', () => {
  it.each(TAKEN)('%s is read, and is what it was', (_, bytes) => {
    const read = readBytes(bytes);
    if (isProblem(read)) throw new Error(read.says);
    expect(read).toEqual(own);
    expect(receiptOf(read)).toBe(own.receipt);
  });

  it.each(TAKEN.filter(([how]) => !how.startsWith('in a page')))(
    '%s is looked into, and opened again, as it is read',
    async (_, bytes) => {
      const file = new File([Uint8Array.from(bytes)], 'a.json');
      expect(await fileIs(file, TOY)).toEqual(own);
      expect(await workInFile(file, TOY.id)).toMatchObject({ work: { session: own.session } });
    },
  );

  it('that is a telephone’s photograph is called an image', async () => {
    const photo = new File(['\0\0\0\u0018ftypheic'], 'a.heic');
    expect(await fileIs(photo, TOY)).toBe('image');
  });

  it.each([
    ['a PDF', utf8('%PDF-1.7\n{"kind":"hand-in"}'), /is a PDF and not the one .* Ask the student/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /is a picture and not/],
    ['a ZIP', Buffer.from('PK\u0003\u0004{}'), /is a ZIP or an office document/],
    ['the copy to read', utf8(submissionMarkdown(TOY, own)), /copy to read .* “Save my hand-in/],
    ['nothing', utf8(''), /not JSON, or it was cut short/],
    ['cut short', utf8(text.slice(0, -60)), /cut short/],
    ['two at once', utf8(text + text), /not JSON/],
    ['far too large', Buffer.alloc(400_000, 0x20), /larger than 40000 bytes/],
    ['no text', Buffer.from([0x7b, 0xff, 0xfe]), /is not a text/],
  ])('that is %s is none, and what to ask is said', (_, bytes, says) => {
    const read = readBytes(bytes);
    expect(isProblem(read) && read.says).toMatch(says);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'handed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder of a class', () => {
  const people = readClassList('number,name\n7,Ada Cho\n8,Bo Ito\n9,Chi Lee\n10,Dana Haddad\n');
  if ('problem' in people) throw new Error(people.problem);
  const upload = (name: string, kind = 'file'): string => {
    const under = join(folder, `${name}_${name.length}00_assignsubmission_${kind}_`);
    mkdirSync(under, { recursive: true });
    return under;
  };
  writeFileSync(join(upload('Ada Cho'), 'HAND-IN.TXT'), text);
  writeFileSync(join(upload('Bo Ito'), 'my work.pdf'), '%PDF-1.7');
  const dana = submissionText(submissionFor('11', allRight('11')));
  writeFileSync(join(upload('Dana Haddad', 'onlinetext'), 'onlinetext.html'), `<p>${dana}</p>`);
  for (const name of ['.DS_Store', 'truth.json', '7-feedback.md', 'grades.csv'])
    writeFileSync(join(folder, name), 'x');
  const files = filesIn(folder, [join(folder, 'grades.csv')]).map((one) => ({
    ...one,
    owner: ownerIn(people.people)(one.file),
  }));
  const result = gradeClass(KEY, files, honest([own]));

  it('has every file that was handed in, by whatever name, and none of our own', () => {
    expect(files.map(({ file }) => file.replace(/.*\//, ''))).toEqual([
      'HAND-IN.TXT',
      'my work.pdf',
      'onlinetext.html',
    ]);
    expect(result.students.map(({ student }) => student.number)).toEqual(['7', '11']);
  });

  it('tells who handed in nothing from whose files cannot be graded', () => {
    const { missing, unreadable } = compared(people, result, [], files);
    expect(missing.map(({ name }) => name)).toEqual(['Chi Lee']);
    expect(unreadable.map(({ name, files: own_ }) => [name, own_.length])).toEqual([
      ['Bo Ito', 1],
      ['Dana Haddad', 1],
    ]);
    expect(result.refused).toMatchObject([{ file: expect.stringMatching(/pdf$/) as string }]);
  });

  const zip = join(folder, 'odd.zip');
  const inZip = (bytes: Uint8Array): ReturnType<typeof handedIn> => {
    writeFileSync(zip, bytes);
    return handedIn(zip, []).finally(() => rmSync(zip));
  };
  const inside = files.map(({ file, read }) => ({ file, read }));

  it.each([
    ['as Python packs it', 'open(sys.argv[2], "wb")', 'False'],
    ['as a server packs what it sends meanwhile', 'Pipe(open(sys.argv[2], "wb"))', 'False'],
    ['with numbers for the largest', 'open(sys.argv[2], "wb")', 'True'],
  ])('is read the same as a ZIP, %s', async (_, to, isWide) => {
    const packs = `import sys, os, zipfile
class Pipe:
    def __init__(self, of): self.of = of
    def write(self, data): return self.of.write(data)
    def flush(self): self.of.flush()
with zipfile.ZipFile(${to}, "w", zipfile.ZIP_DEFLATED) as z:
    for at, _, names in os.walk(sys.argv[1]):
        for name in names:
            if name in ("grades.csv", "odd.zip") or "odd" in at.split(os.sep)[-1]: continue
            path = os.path.join(at, name)
            with z.open(os.path.relpath(path, sys.argv[1]), "w", force_zip64=${isWide}) as entry: entry.write(open(path, "rb").read())`;
    execFileSync('python3', ['-c', packs, folder, zip]);
    const found = await handedIn(zip, []).finally(() => rmSync(zip));
    expect(found.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual(inside);
  });

  it('as a ZIP that is a bomb, lies or was cut short is refused in a sentence', async () => {
    const zeros = new Uint8Array(320_000);
    const many = Array.from({ length: 1_001 }, (_, i): [string, Uint8Array] => [`${i}`, zeros]);
    await expect(inZip(zippedBytes(many, 9))).rejects.toThrow(/far more than a class hands in/);
    // It says ten bytes, and unpacks to many.
    const lie = zippedBytes([['a', new Uint8Array(50_000_000)]], 9);
    new DataView(lie.buffer).setUint32(lie.length - 22 - 47 + 24, 10, true);
    expect(await inZip(lie)).toMatchObject([{ file: 'a', read: { problem: 'large' } }]);
    const good = zippedBytes([['a.json', text]]);
    for (const bad of [good.subarray(0, -30), new Uint8Array(0), utf8(text)])
      await expect(inZip(bad)).rejects.toThrow(/no ZIP that can be read/);
    // What a student has packed is theirs, however it is called inside.
    const packed = zippedBytes([['Bo_77_assignsubmission_file_/a.json', text]]);
    expect(
      await inZip(zippedBytes([['Ada_7_assignsubmission_file_/a.zip', packed]])),
    ).toMatchObject([
      { file: 'Ada_7_assignsubmission_file_/a.zip', read: { problem: 'not-text' } },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  const odd = join(folder, 'odd');
  mkdirSync(join(odd, 'deep'), { recursive: true });
  execFileSync('mkfifo', [join(odd, 'pipe.json')]);
  symlinkSync('/dev/zero', join(odd, 'device.json'));
  symlinkSync('..', join(odd, 'deep', 'loop'));
  symlinkSync('/etc/hostname', join(odd, 'outside.json'));
  writeFileSync(join(odd, 'sparse.json'), '{');
  truncateSync(join(odd, 'sparse.json'), 3 * 2 ** 30);
  writeFileSync(join(odd, 'good'), text);
  writeFileSync(Buffer.concat([Buffer.from(join(odd, 'J')), Buffer.of(0xfc)]), text);

  it('is listed as not read, and holds nobody up', () => {
    // In a process of its own: one that hangs is ended.
    const module = new URL('../../../scripts/grade/files.ts', import.meta.url).href;
    const code = `const { filesIn } = await import(${JSON.stringify(module)}); console.log(JSON.stringify(filesIn(${JSON.stringify(odd)}).map(({ file, read }) => [file, read.problem ?? 'read'])))`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(JSON.parse(stdout)).toEqual([
      // Named in an older encoding.
      ['J\uFFFD', 'read'],
      ['deep/loop', 'not-file'],
      ['device.json', 'not-file'],
      ['good', 'read'],
      ['outside.json', 'not-file'],
      ['pipe.json', 'not-file'],
      ['sparse.json', 'large'],
    ]);
    const says = filesIn(odd).map(({ read }) => (isProblem(read) ? read.says : ''));
    expect(
      says.filter((one) => /is (a link|a pipe or a device) and not a file/.test(one)),
    ).toHaveLength(4);
  });
});
