import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reported, resultOf } from '../../scripts/paper/conformance.ts';
import { CHECKS, CRITERIA } from '#words/src/teachers/criteria';

const WCAG = CRITERIA.filter(({ level }) => level !== '');

test('every criterion of WCAG 2.2 A and AA is there once, in its order', () => {
  const numbers = WCAG.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(55);
  const order = (one: string): number =>
    one.split('.').reduce((so, part) => so * 100 + Number(part), 0);
  expect(numbers.map(order)).toEqual(numbers.map(order).toSorted((a, b) => a - b));
  expect(WCAG.filter(({ level }) => level === 'A').length).toBe(31);
});

test('axe is said to check the criteria that its rules are marked with, and no other', () => {
  const ofAxe = new Set(
    axe
      .getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .flatMap(({ tags }) => tags.filter((tag) => /^wcag\d{3,4}$/.test(tag))),
  );
  for (const { number, checks, none } of WCAG)
    if (none === undefined)
      expect(checks.includes('axe'), number).toBe(ofAxe.has(`wcag${number.replaceAll('.', '')}`));
});

test('every file of tests that is named is there', () => {
  for (const { files } of Object.values(CHECKS))
    for (const file of files) expect(existsSync(file), file).toBe(true);
});

test('a failure is said first, and what was not run is no result', () => {
  const fine = { day: '2027-02-01', passed: 3, failed: 0 };
  const bad = { day: '2027-02-02', passed: 3, failed: 1 };
  expect(resultOf(['a', 'b'], { a: fine, b: fine })).toBe('passed on 2027-02-01: 6 tests');
  expect(resultOf(['a', 'b'], { a: fine, b: bad })).toBe('failed: 1 of 7 tests');
  expect(resultOf(['a', 'b'], { b: bad })).toBe('failed: 1 of 4 tests');
  expect(resultOf(['a', 'b'], { a: fine })).toBeUndefined();
  const html =
    '<table><tr><th>1 "x"<td data-checked="axe colours">not evaluated</tr><tr><th>2<td data-checked="pdf">not evaluated</tr></table>';
  const { page, table } = reported(
    html,
    Object.fromEntries([...CHECKS.axe.files, ...CHECKS.colours.files].map((file) => [file, fine])),
  );
  expect(page).toContain('passed on 2027-02-01: 9 tests');
  expect(table).toBe('\uFEFF"1 ""x""","passed on 2027-02-01: 9 tests"\r\n"2","not evaluated"\r\n');
});
