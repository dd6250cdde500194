/** The challenge for whoever does without pictures: messages in numbers, some of them planted. One table for page and prover. */
import { seeded, type Random } from '../../../../../widgets/kit/numbers/random.ts';

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

/** The rows of a variant, and the places of the planted ones, from 0. */
export function tableOf(
  item: string,
  seed: number,
): { readonly rows: readonly Row[]; readonly planted: readonly number[] } {
  const random = seeded(seed, `${item}/table`);
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
  const order = [...random.order(ROWS)];
  return {
    rows: order.map((i) => made[i] as Row),
    planted: [...order.keys()].filter((place) => (order[place] ?? ROWS) < PLANTED),
  };
}

function between(random: Random, from: number, to: number): number {
  return from + random.whole(to - from + 1);
}
