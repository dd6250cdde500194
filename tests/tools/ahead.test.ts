import { expect, test } from 'vitest';
import { shownIn } from '../../scripts/build/ahead.ts';
import { readPlacements } from '../../src/tasks/practice/author/placements.ts';

const MDX = `<CoinToss id="coin" settings={{ tosses: 5 }} />
It is <Yours of="coin.heads" />, and with more <Yours of="coin.heads"
  when={{ tosses: 9, law: 'fair' }} digits={1} />.`;

test('what a lesson shows is the start of each experiment, and what its numbers speak of', () => {
  expect(shownIn(readPlacements(MDX), MDX)).toEqual([
    { id: 'coin', changes: {} },
    { id: 'coin', changes: { tosses: 9, law: 'fair' } },
  ]);
});
