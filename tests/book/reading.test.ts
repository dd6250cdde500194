import { afterEach, expect, it, vi } from 'vitest';
import { showReading } from '../../src/book/reading.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The words of the resume link and of the lesson's mark on a front page, when this stands in the browser's storage. */
function shown(storage: Readonly<Record<string, string>>): { resume: string; mark: string } {
  vi.stubGlobal('document', { documentElement: { dataset: { book: 'book' } } });
  vi.stubGlobal('localStorage', { getItem: (key: string) => storage[key] ?? null });
  const mark = { textContent: 'lesson' };
  const link = { href: '', textContent: 'Begin' };
  const item = {
    dataset: { contents: 'one' },
    querySelector: (what: string) =>
      what === 'a' ? { href: 'https://example.org/lessons/one/' } : mark,
  };
  const page = { querySelectorAll: () => [item], querySelector: () => link };
  showReading(page as unknown as Document);
  return { resume: `${link.textContent} ${link.href}`.trim(), mark: mark.textContent };
}

it('where a reader stopped is offered, and what was read is marked', () => {
  expect(
    shown({
      'book.place': '{"lesson":"one","title":"One","section":"a-part","heading":"A part"}',
      'book.read': '["one"]',
    }),
  ).toEqual({
    resume: 'Resume: One, “A part” https://example.org/lessons/one/#a-part',
    mark: 'read',
  });
});

it.each([
  ['no JSON', '{"les'],
  ['nothing', 'null'],
  ['a number', '5'],
  ['a title that is none', '{"lesson":"one","title":{"toString":1},"heading":[],"section":{}}'],
  ['a lesson that this edition has not', '{"lesson":"two","title":"Two"}'],
  ['a text without end', JSON.stringify({ lesson: 'one', title: 'x'.repeat(60_000) })],
])('%s in the place of a mark changes nothing', (_what, text) => {
  expect(shown({ 'book.place': text, 'book.read': text })).toEqual({
    resume: 'Begin',
    mark: 'lesson',
  });
});

it('a section that is none is left out', () => {
  const text = '{"lesson":"one","title":"One","section":{"toString":1},"heading":{"toString":1}}';
  expect(shown({ 'book.place': text }).resume).toBe(
    'Resume: One, “” https://example.org/lessons/one/',
  );
});
