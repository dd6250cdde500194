/** No lesson asks its reader to read for long with nothing to touch. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/book/minutes.ts';

/** At most so many words stand between two things that answer a hand: about three minutes. */
const MOST = 600;
/** An experiment, a question, a number that is dragged, or words that set an experiment up. */
const TOUCHABLE =
  /<(?:Question|Dragged|[A-Z]\w+\s+id=)(?:"[^"]*"|\{\{.*?\}\}|[^>"])*\/>|<SetUp\b[^>]*>|\]\(\?[^)]*\)/gs;

/** How many words a reader meets before each thing to touch, and after the last. */
function stretches(lesson: string): readonly number[] {
  return lesson
    .replace(/^---\n.*?\n---\n/s, '')
    .split(TOUCHABLE)
    .map(wordsIn);
}

it('words are counted between what can be touched, and a number of the reader’s is one', () => {
  const lesson = `---\ntitle: Not counted\n---\nThree words [@dean2013] here.\n\n<Coin id="a" settings={{ p: 1 }} />\n\n<Yours of="a.p" when={{ p: 2 }} /> of it: <Dragged of="a" param="p" /> [try it](?a.p=3#a) <SetUp of="a" when={{ p: 4 }}>or this</SetUp> <Term of="x">now</Term>.`;
  expect(stretches(lesson)).toEqual([3, 3, 2, 0, 3]);
});

describe.each(globSync('content/*/**/*.mdx'))('%s', (file) => {
  it(`has something to touch at least every ${MOST} words`, () => {
    expect(Math.max(...stretches(readFileSync(file, 'utf8')))).toBeLessThanOrEqual(MOST);
  });
});
