import { expect, it } from 'vitest';
import { ankiFile, calendar } from '../../src/review/pure/files.ts';

/** Anki's import, as its manual describes it, into a table by guid: fields between quotation marks, columns named at the head. */
function imported(table: Map<string, readonly string[]>, text: string): void {
  const lines = text.split('\n');
  const head = new Map(
    lines
      .filter((line) => line.startsWith('#'))
      .map((line) => line.slice(1).split(':') as [string, string]),
  );
  expect(head.get('separator')).toBe('tab');
  const body = text.split('\n').slice(head.size).join('\n');
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of body.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\n"]*))(\t|\n|$)/g,
  )) {
    if (quoted === undefined && plain === '' && end !== '\t') continue;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') rows.push([]);
  }
  const guid = Number(head.get('guid column')) - 1;
  for (const row of rows.filter((one) => one.length > 0)) table.set(row[guid] ?? '', row);
}

it('cards that are imported twice stand there once, as they were saved last', () => {
  const odd = { id: 'book/q', front: 'a\t"b"\n– c', back: '' };
  const table = new Map<string, readonly string[]>();
  imported(table, ankiFile([odd, { id: 'book/r', front: 'r', back: 'R' }], 'Deck'));
  imported(table, ankiFile([{ ...odd, back: 'new, "quoted"\nin lines' }], 'Deck'));
  expect([...table.values()]).toEqual([
    ['book/q', 'Deck', 'a\t"b"\n– c', 'new, "quoted"\nin lines'],
    ['book/r', 'Deck', 'r', 'R'],
  ]);
});

it('a calendar has whole days, folded lines, and the same UID for the same day', () => {
  const url = `https://example.org/${'ü'.repeat(80)}`;
  const of = (summary: string, made: string): string =>
    calendar([{ day: '2026-12-04', summary }], { book: 'book', made, url });
  const text = of('Review: 2, or; so', '20261203T061500Z');
  const lines = text.split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`\r\nURL:${url}\r\n`);
  expect(unfolded).toContain('\r\nDTSTART;VALUE=DATE:20261204\r\n');
  expect(unfolded).toContain('\r\nDTSTAMP:20261203T061500Z\r\n');
  expect(unfolded).toContain('\r\nSUMMARY:Review: 2\\, or\\; so\r\n');
  const uid = (one: string): string => /\r\nUID:([^\r]*)/.exec(one)?.[1] ?? one;
  expect(uid(of('Review: 9', '20270101T000000Z'))).toBe(uid(text));
});
