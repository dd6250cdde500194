import { describe, expect, it } from 'vitest';
import { anchorOf, placeOf } from '../../src/margin/pure/anchor.ts';
import { sentencesOf } from '../../src/margin/pure/sentences.ts';

const TEXT = [
  'A free machine should never wait. So Marta tried the opposite.',
  'It takes 8 ms to get going, and 0.25 ms more for each comment.',
  'A free machine should never wait. Or so her colleague said.',
].join('\n');
/** The text of a stretch that was marked in TEXT, found again in another one. */
function again(words: string, text: string, nth = 0): string | undefined {
  const from = nth === 0 ? TEXT.indexOf(words) : TEXT.lastIndexOf(words);
  const place = placeOf(text, anchorOf(TEXT, from, from + words.length));
  return place && text.slice(place.from, place.to);
}

describe('a stretch of text is found again', () => {
  it('of several that are alike the one between the same words', () => {
    const wait = 'A free machine should never wait.';
    for (const nth of [0, 1]) {
      const at = nth === 0 ? TEXT.indexOf(wait) : TEXT.lastIndexOf(wait);
      const moved = `Something new.\n${TEXT}`;
      const place = placeOf(moved, anchorOf(TEXT, at, at + wait.length));
      expect(place).toEqual({ from: at + 15, to: at + 15 + wait.length, isChanged: false });
    }
  });

  it('where some of it was changed, and where all of it was, between the same words', () => {
    const changed = TEXT.replace('8 ms to get going', '9 ms to begin');
    expect(again('It takes 8 ms to get going, and 0.25 ms more', changed)).toBe(
      'It takes 9 ms to begin, and 0.25 ms more',
    );
    const other = TEXT.replace('So Marta tried the opposite.', 'Nobody had asked her why.');
    expect(again('So Marta tried the opposite.', other)).toBe('Nobody had asked her why.');
  });

  it('and not where it has gone, nor where only some letters of it are alike', () => {
    const gone = TEXT.split('\n').slice(0, 1).join('');
    expect(
      again('It takes 8 ms to get going, and 0.25 ms more for each comment.', gone),
    ).toBeUndefined();
    expect(placeOf(TEXT, { quote: 'zebras', before: '', after: '' })).toBeUndefined();
    expect(placeOf(TEXT, { quote: ' ', before: '', after: '' })).toBeUndefined();
  });
});

it('sentences end at their full stops, not within a number, and at the ends of lines', () => {
  const parts = sentencesOf(TEXT, 'en').map(([from, to]) => TEXT.slice(from, to));
  expect(parts).toEqual([
    'A free machine should never wait.',
    'So Marta tried the opposite.',
    'It takes 8 ms to get going, and 0.25 ms more for each comment.',
    'A free machine should never wait.',
    'Or so her colleague said.',
  ]);
});
