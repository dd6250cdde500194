/** The blind attack, answer by answer: random submissions to yes-or-no items, and a vote of those that scored well. */
import { range } from 'd3-array';
import type { Random } from '#kit/numbers';
import { binomial, quantile } from './binomial.ts';
import type { BoardSettings } from './params.ts';
import { stepOf } from './submit.ts';

/** A vote after so many submissions. Counts are of right items: as the board shows it, and on new items. */
export interface Vote {
  readonly sent: number;
  readonly first: number;
  readonly next: number;
}

/** One attack. */
export interface Attack {
  /** Right items of each random submission, in the order in which they were sent. */
  readonly sent: readonly number[];
  /** The votes after the asked numbers of submissions; where two answers have equally many, a coin is tossed. */
  readonly votes: readonly Vote[];
}

const WORD = 32;

/**
 * The answers are bits, 32 items to a word, and a bit is set where the answer is right: the attacker does not see it, but a
 * vote for the right answer is a vote for a set bit. The votes of an item are counted in binary, one plane of bits to a digit.
 */
export function attackOnce(
  { items, attempts, rule }: BoardSettings,
  random: Random,
  votesAfter: readonly number[],
): Attack {
  const words = Math.ceil(items / WORD);
  const last = items % WORD === 0 ? -1 : (1 << (items % WORD)) - 1;
  const planes = range(Math.ceil(Math.log2(attempts + 1))).map(() => new Int32Array(words));
  const answers = new Int32Array(words);
  const step = stepOf({ items });
  const onNew = binomial(items, 0.5);
  const sent: number[] = [];
  const votes: Vote[] = [];
  let [voters, shown] = [0, -Infinity];
  // Whether most of the voters are right on an item.
  const isRight = (i: number): boolean => {
    const bitOf = (plane: Int32Array): number => ((plane[i >> 5] as number) >>> (i & 31)) & 1;
    const right = planes.reduce((votes, plane, d) => votes + (bitOf(plane) << d), 0);
    return 2 * right > voters || (2 * right === voters && random.uniform() < 0.5);
  };
  while (sent.length < attempts) {
    let right = 0;
    for (let w = 0; w < words; w += 1) {
      const drawn = (random.uniform() * 2 ** WORD) | 0;
      answers[w] = w === words - 1 ? drawn & last : drawn;
      right += ones(answers[w] as number);
    }
    sent.push(right);
    // The plain board tells every score; the Ladder tells only of clear gains.
    if (rule === 'plain' ? right > items / 2 : right >= shown + step) {
      shown = Math.max(shown, right);
      voters += 1;
      count(planes, answers);
    }
    if (!votesAfter.includes(sent.length)) continue;
    const voted = range(items).filter(isRight).length;
    const first = rule === 'plain' || voted >= shown + step ? voted : shown;
    votes.push({ sent: sent.length, first, next: quantile(onNew, random.uniform()) });
  }
  return { sent, votes };
}

/** Adds a submission to the votes of all items. */
function count(planes: readonly Int32Array[], answers: Int32Array): void {
  for (let w = 0; w < answers.length; w += 1) {
    let carry = answers[w] as number;
    for (let d = 0; carry !== 0 && d < planes.length; d += 1) {
      const plane = planes[d] as Int32Array;
      const held = plane[w] as number;
      plane[w] = held ^ carry;
      carry &= held;
    }
  }
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
