import { describe, expect, test } from 'vitest';
import { cards, readCards, writeCards } from '../../../../widgets/controls/cards/pure/cards.ts';
import { CARDS } from '../../../../widgets/controls/cards/pure/markup.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const shape = {
  cards: [
    { id: 'a', text: 'Apple' },
    { id: 'b', text: 'Pear' },
    { id: 'c', text: 'Plum' },
  ],
  piles: [
    { id: 'ripe', text: 'Ripe' },
    { id: 'raw', text: 'Not ripe' },
  ],
};
const sorting = cards({ label: 'Fruit', place: 'first', ...shape });
const read = (text: string) => readSettings({ sorting }, { sorting: text });

describe('sorted cards as text', () => {
  test('have one form: piles and cards as the author wrote them, empty piles left out', () => {
    expect(read(' raw: b ; ripe: c , a ; raw: ').settings.sorting).toBe('ripe:a,c;raw:b');
    expect(read('').settings.sorting).toBe('');
    const random = seeded(1, 'piles');
    for (let i = 0; i < 50; i += 1) {
      const text = CARDS.random(sorting, random);
      expect(readCards(shape, text).size).toBe(3);
      expect(read(text)).toMatchObject({
        settings: { sorting: text },
        adjusted: {},
        unreadable: [],
      });
    }
  });
  test('may not all be placed yet, and say so', () => {
    expect(read('raw:b').settings.sorting).toBe('raw:b');
    expect(['', 'raw:b', 'ripe:a,b,c'].map((text) => sorting.say?.(text))).toEqual([
      '0 of 3 cards placed',
      '1 of 3 cards placed: Ripe 0, Not ripe 1',
      'All 3 cards placed: Ripe 3, Not ripe 0',
    ]);
  });
  test('lie in the first pile that names them, and that is said', () => {
    expect(read('ripe:a;raw:a,b')).toMatchObject({
      settings: { sorting: 'ripe:a;raw:b' },
      adjusted: { sorting: 'Apple stood in two piles, and the first counts' },
    });
  });
  test.each(['ripe:d', 'rotten:a', 'a', 'ripe:a:b', '__proto__:a'])(
    '“%s” is refused, and the message says what to write',
    (text) => {
      expect(read(text).unreadable[0]?.wanted).toBe(
        'piles (ripe, raw) with the cards in each (a, b, c), such as ripe:a,b',
      );
    },
  );
  test('stand on paper in their piles, the rest apart', () => {
    const placing = new Map([['c', 'ripe']]);
    const text = writeCards(shape, placing);
    const { markup } = CARDS.markup(sorting, text, { field: 'x', name: 'sorting' });
    const [, ripe = '', raw = '', rest = ''] = markup.split('data-pile=');
    expect([ripe, raw, rest].map((one) => [...one.matchAll(/data-card="(\w)"/g)].length)).toEqual([
      1, 0, 2,
    ]);
    expect(rest).toContain('Not placed yet');
  });
});
