import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultOfText, firstBadByte, sourceFaults } from '../../scripts/build/sources.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'book-sources-'));
  write('content/glossary.yaml', '- id: a');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), bytes);
}
const LESSON = '---\ntitle: Käse\n---\n';

test.each([
  ['plain', Buffer.from(LESSON)],
  ['with a byte order mark', Buffer.from(`\uFEFF${LESSON}`)],
  ['with line ends of Windows', Buffer.from(LESSON.replaceAll('\n', '\r\n'))],
  ['with characters of two, three and four bytes', Buffer.from('ä ≥ 𝑥')],
  ['empty', Buffer.from('')],
])('a text %s is fine', (_, bytes) => {
  write('content/chapter/01-one.mdx', bytes);
  expect(sourceFaults(root)).toEqual([]);
});

test('a lesson in Windows-1252 is named, with line, byte and what to do', () => {
  write('content/chapter/01-one.mdx', Buffer.from(LESSON, 'latin1'));
  expect(sourceFaults(root)).toEqual([
    'content/chapter/01-one.mdx: line 2, byte 12: 0xE4 is no UTF-8 (in Windows-1252 it would be “ä”). ' +
      'Open it in an editor and save it as UTF-8.',
  ]);
});

test.each([
  'content/glossary.yaml',
  'content/references.bib',
  'content/chapter/01-one.questions.yaml',
])('%s is looked at too', (file) => {
  write(file, Buffer.from('caf\xe9', 'latin1'));
  expect(sourceFaults(root)).toHaveLength(1);
  expect(sourceFaults(root)[0]).toContain(`${file}: line 1, byte 3`);
});

test('UTF-16 and bytes that are no text are told apart', () => {
  expect(faultOfText(Buffer.from('\uFEFFab', 'utf16le'))).toContain('UTF-16');
  expect(faultOfText(Buffer.from('a\0b'))).toContain('byte 1 is zero');
});

test.each([
  ['an overlong form', [0x61, 0xc0, 0xaf], 1],
  ['half a character at the end', [0x61, 0xe2, 0x89], 1],
  ['half of a pair of UTF-16', [0xed, 0xa0, 0x80], 0],
  ['more than Unicode has', [0x61, 0x62, 0xf5, 0x80, 0x80, 0x80], 2],
  ['nothing', [0x61, 0xc3, 0xa4], -1],
])('%s is found where it stands', (_, bytes, at) => {
  expect(firstBadByte(Uint8Array.from(bytes))).toBe(at);
});

test.each([
  ['content/chapter/02-two.md', 'a lesson ends in .mdx'],
  ['content/chapter/02-two.MDX', 'the book reads .mdx only'],
  ['content/chapter/02-two.mdx.txt', 'the book reads .mdx only'],
  ['content/chapter/02-two.questions.yml', 'the book reads .yaml only'],
])('%s would be passed over in silence: %s', (file, fault) => {
  write(file, LESSON);
  expect(sourceFaults(root).join()).toContain(`${file}: ${fault}`);
});

test('notes for authors, and what systems leave lying about, are no lessons', () => {
  write('content/CONTRIBUTING.md', '# How');
  write('content/chapter/.DS_Store', Uint8Array.of(0, 255));
  write('content/chapter/01-one.mdx~', Uint8Array.of(255));
  expect(sourceFaults(root)).toEqual([]);
});

test('what cannot be read is named', () => {
  mkdirSync(join(root, 'content/chapter/03-three.mdx'), { recursive: true });
  symlinkSync(join(root, 'nowhere'), join(root, 'content/chapter/04-four.mdx'));
  const [three, four] = sourceFaults(root);
  expect(three).toContain('03-three.mdx: it cannot be read: it is a folder');
  expect(four).toContain('04-four.mdx: it cannot be read: ENOENT');
});
