import { expect, it } from 'vitest';
import { reportAt } from '../../src/book/pure/report-at.ts';

const report = { title: 'A “mistake” & more', body: 'Lesson: One\n' };

it.each([
  ['https://github.com/an/other/issues', 'https://github.com/an/other/issues/new', 'title'],
  ['https://github.com/an/other/issues/new/', 'https://github.com/an/other/issues/new', 'title'],
  ['mailto:us@example.org', 'mailto:us@example.org', 'subject'],
])('a report to %s says which lesson is meant', (address, opened, name) => {
  const { href, searchParams } = new URL(reportAt(address, report));
  expect(href.split('?')[0]).toBe(opened);
  expect(searchParams.get(name)).toBe(report.title);
  expect(searchParams.get('body')).toBe(report.body);
});

it('any other address stays as it is', () => {
  expect(reportAt('https://example.org/issues', report)).toBe('https://example.org/issues');
});
