/** The challenge for whoever does without pictures: messages in numbers, some of them planted. One table for page and prover. */
import { seeded, type Random } from '../../../../../widgets/kit/numbers/random.ts';
import type { ChallengeItem } from '../item.ts';

/** Rows, and planted ones among them. */
export const ROWS = 40;
export const PLANTED = 8;
const SPAM = 14;
/** Genuine messages that look odd in one way only: they send those astray who look at one column. */
const ODD = 6;
/** Genuine messages that happen to be as long as the planted ones. */
const AS_LONG = 2;

/** One message. */
export interface Row {
  readonly characters: number;
  readonly links: number;
  /** In per cent. */
  readonly digits: number;
  readonly label: 'spam' | 'genuine';
}

interface PlantedTable {
  readonly rows: readonly Row[];
  /** The places of the planted ones, from 0. */
  readonly planted: readonly number[];
}

/** The rows of a variant. */
export const tableOf = (
  { id, mixed }: Pick<ChallengeItem, 'id' | 'mixed'>,
  seed: number,
): PlantedTable => (mixed ? mixedTable : firstTable)(seeded(seed, `${id}/table`));

/** As the first assignments have it. */
function firstTable(random: Random): PlantedTable {
  const mark = 100 + random.whole(100);
  const length = (): number => {
    const any = 40 + random.whole(200);
    return any === mark ? mark + 1 : any;
  };
  const looks = (links: boolean, digits: boolean) => ({
    links: links ? between(random, 3, 7) : between(random, 0, 1),
    digits: digits ? between(random, 25, 60) : between(random, 0, 10),
  });
  const made = Array.from({ length: ROWS }, (_, i): Row => {
    if (i < PLANTED) return { ...looks(true, true), characters: mark, label: 'genuine' };
    if (i < PLANTED + SPAM) return { ...looks(true, true), characters: length(), label: 'spam' };
    if (i < PLANTED + SPAM + ODD) {
      return { ...looks(i % 2 === 0, i % 2 === 1), characters: length(), label: 'genuine' };
    }
    const characters = i >= ROWS - AS_LONG ? mark : length();
    return { ...looks(false, false), characters, label: 'genuine' };
  });
  return inDisorder(random, made);
}

/**
 * So many look like spam, bear the mark, and have a label: first the planted, then more honest ones of each kind that is like
 * them in two of these three, so that whoever looks at one or two finds less than half of what they name to be planted.
 */
const MIXED = [
  [PLANTED, true, true, 'genuine'],
  [9, true, true, 'spam'],
  [9, true, false, 'genuine'],
  [9, false, true, 'genuine'],
  [5, false, false, 'genuine'],
] as const;

/** The mark is a length in one variant and a share of digits in another. */
function mixedTable(random: Random): PlantedTable {
  const isLength = random.uniform() < 0.5;
  const mark = isLength ? between(random, 60, 220) : between(random, 25, 60);
  const made = MIXED.flatMap(([count, isSpam, isMarked, label]) =>
    Array.from({ length: count }, (): Row => {
      const links = isSpam ? between(random, 3, 7) : between(random, 0, 1);
      const own = {
        characters: between(random, 40, 240),
        digits: isSpam ? between(random, 25, 60) : between(random, 0, 10),
      };
      const column = isLength ? 'characters' : 'digits';
      if (isMarked) own[column] = mark;
      else if (own[column] === mark) own[column] -= 1;
      return { ...own, links, label };
    }),
  );
  return inDisorder(random, made);
}

/** The rows in another order; the planted were the first of them. */
function inDisorder(random: Random, made: readonly Row[]): PlantedTable {
  const order = [...random.order(ROWS)];
  return {
    rows: order.map((i) => made[i] as Row),
    planted: [...order.keys()].filter((place) => (order[place] ?? ROWS) < PLANTED),
  };
}

function between(random: Random, from: number, to: number): number {
  return from + random.whole(to - from + 1);
}
