import { expect, test } from 'vitest';
import { readPoll } from '../../src/lecture/pure/poll.ts';
import { tallied } from '../../src/lecture/pure/tally.ts';

const PER_CENT = { options: 5, texts: [], number: { unit: '%', min: 0, max: 100 } };
const SONGS = { options: 3, texts: ['About 50 %', 'About 71 %', 'Nearly all'] };

test.each([
  ['Ada: 70', PER_CENT, { guess: 70 }],
  ['10:02:11 From Ada Lovelace to Everyone: 70 %', PER_CENT, { guess: 70 }],
  ['[10:02] Ada: about 62.5', PER_CENT, { guess: 62.5 }],
  ['Ada: B', PER_CENT, { option: 1 }],
  ['10:02 Ada: (c)', SONGS, { option: 2 }],
  ['b) because it stays', SONGS, { option: 1 }],
  ['About 71 %', SONGS, { option: 1 }],
  ['55', PER_CENT, { guess: 55 }],
  ['Ada: I think E', PER_CENT, { option: 4 }],
  ['Ada: D!', PER_CENT, { option: 3 }],
  ['Ada: I would say 70 %, no more', PER_CENT, { guess: 70 }],
])('%s', (line, asked, said) => {
  expect(readPoll(line, asked).said).toEqual([said]);
});

test('what holds no answer is named with its line and a reason, and the rest counts', () => {
  const { said, amiss, again } = readPoll(
    'Ada: 70\nBen: no idea\nChi: 120\n\nada: 60\nDee:',
    PER_CENT,
  );
  expect(said).toEqual([{ guess: 60 }]);
  expect(amiss.map(({ line }) => line)).toEqual([2, 3, 6]);
  for (const { why } of amiss) expect(why.length).toBeGreaterThan(10);
  expect(again).toEqual(['ada']);
});

test('a chat that has who in one line and what in the next', () => {
  const zoom = '10:02:11 From Ada to Everyone:\n\t70\n10:02:15 From Ben to Everyone:\n\tB\n';
  const teams = 'Ada Lovelace 10:02 AM\n70\nBen 10:03 AM\nB\n';
  for (const chat of [zoom, teams]) {
    const { said, amiss } = readPoll(chat, PER_CENT);
    expect(said).toEqual([{ guess: 70 }, { option: 1 }]);
    expect(amiss).toEqual([]);
  }
});

test('a table of how many have chosen what', () => {
  const { said } = readPoll('Option,Votes\nA,3\nB,0\nC,7\n', SONGS);
  expect(tallied(said, 3).counts).toEqual([3, 0, 7]);
});

test('a letter beyond the options is no answer', () => {
  expect(readPoll('Ada: E', SONGS).amiss[0]?.why).toMatch(/A to C/);
});

test('a poll’s CSV: the last cell that holds an answer, quoted or not, and no head', () => {
  const csv =
    'Name,Submitted,Answer\r\n"Lovelace, Ada",2027-01-01 10:00,"About 71 %"\r\nBen,2027-01-01 10:01,Nearly all\r\nChi,2027-01-01 10:01,What?\r\n';
  const { said, amiss } = readPoll(csv, SONGS);
  expect(tallied(said, 3)).toEqual({ counts: [0, 1, 1], guesses: [] });
  expect(amiss.map(({ line }) => line)).toEqual([4]);
});

test('a hundred at once', () => {
  const lines = Array.from(
    { length: 100 },
    (_, i) => `10:0${i % 10} From S${i} to Everyone: ${'abcde'[i % 5]}`,
  );
  expect(tallied(readPoll(lines.join('\n'), PER_CENT).said, 5).counts).toEqual([
    20, 20, 20, 20, 20,
  ]);
});
