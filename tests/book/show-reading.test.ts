import { afterEach, expect, it, vi } from 'vitest';
import { showReading } from '../../src/book/show-reading.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The words of the resume link and of the lessons' marks on a front page of three, when this stands in the browser's storage. */
function shown(storage: Readonly<Record<string, string>>): { resume: string; marks: string } {
  vi.stubGlobal('document', {
    documentElement: { dataset: { book: 'book' } },
    fragmentDirective: {},
  });
  vi.stubGlobal('localStorage', { getItem: (key: string) => storage[key] ?? null });
  const link = { href: '', textContent: 'Begin' };
  const items = ['one', 'two', 'three'].map((name) => {
    const mark = { textContent: '-' };
    const title = { href: `https://example.org/lessons/${name}/`, textContent: ` ${name} ` };
    return {
      mark,
      dataset: { contents: name },
      querySelector: (what: string) => (what === 'a' ? title : mark),
    };
  });
  const page = { querySelectorAll: () => items, querySelector: () => link };
  showReading(page as unknown as Document);
  return {
    resume: `${link.textContent} ${link.href}`.trim(),
    marks: items.map(({ mark }) => mark.textContent).join(' '),
  };
}

const placed = (lesson: string): string =>
  JSON.stringify({ lesson, title: 'Title', section: 'a-part', heading: 'A part' });

it('where a reader stopped is offered, and what was read is marked', () => {
  expect(
    shown({
      'book.place': placed('one'),
      'book.read': '["two"]',
    }),
  ).toEqual({
    resume: 'Resume: Title, “A part” https://example.org/lessons/one/#a-part',
    marks: '- read -',
  });
});

it.each([
  ['the next one', 'one', ['one'], 'Next: two https://example.org/lessons/two/'],
  [
    'the next that was not read',
    'one',
    ['one', 'two'],
    'Next: three https://example.org/lessons/three/',
  ],
  [
    'one before it, if that is what is left',
    'three',
    ['two', 'three'],
    'Next: one https://example.org/lessons/one/',
  ],
  [
    'where they stopped, if all are read',
    'two',
    ['one', 'two', 'three'],
    'Resume: Title, “A part” https://example.org/lessons/two/#a-part',
  ],
])('who has read a lesson to its end is offered %s', (_what, at, read, resume) => {
  expect(shown({ 'book.place': placed(at), 'book.read': JSON.stringify(read) }).resume).toBe(
    resume,
  );
});

it.each([
  ['no JSON', '{"les'],
  ['nothing', 'null'],
  ['a number', '5'],
  ['a title that is none', '{"lesson":"one","title":{"toString":1},"heading":[],"section":{}}'],
  ['a lesson that this edition has not', '{"lesson":"four","title":"Four"}'],
  ['a text without end', JSON.stringify({ lesson: 'one', title: 'x'.repeat(60_000) })],
])('%s in the place of a mark changes nothing', (_what, text) => {
  expect(shown({ 'book.place': text, 'book.read': text })).toEqual({
    resume: 'Begin',
    marks: '- - -',
  });
});

it('a section that is none is left out', () => {
  const text = '{"lesson":"one","title":"One","section":{"toString":1},"heading":{"toString":1}}';
  expect(shown({ 'book.place': text }).resume).toBe('Resume: One https://example.org/lessons/one/');
});

it('the words at which a reader stopped are led to, within their section', () => {
  const text = '{"lesson":"one","title":"One","section":"a","words":"half-way, & on"}';
  expect(shown({ 'book.place': text }).resume).toBe(
    'Resume: One https://example.org/lessons/one/#a:~:text=half%2Dway%2C%20%26%20on',
  );
});
