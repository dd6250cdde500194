import { expect, it } from 'vitest';
import { minutesFor, wordsIn } from '../../src/book/minutes.ts';

it('words are those that are read: no front matter, no tags, no citations', () => {
  const lesson = `---\ntitle: Not counted\n---\n## Two words\n\nThree more words [@dean2013], <Yours of="a.p" when={{ p: 2 }} /> of [them](https://example.org/).\n\n| - | - |\n`;
  expect(wordsIn(lesson)).toBe(8);
});

it('two hundred words take a minute, an experiment two, and a question what it says', () => {
  expect(minutesFor({ words: 1600, questionMinutes: 11, experiments: 2 })).toBe(8 + 11 + 4);
  expect(minutesFor({ words: 299, questionMinutes: 0, experiments: 0 })).toBe(1);
});
