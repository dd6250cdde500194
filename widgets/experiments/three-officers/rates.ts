/** Who is treated alike: five shares of each group, how far apart they are, and how sure that is. */
import { cross, range, sum } from 'd3-array';
import { seeded } from '#kit/numbers';

const NOBODY = { bothApproved: 0, onlyBanks: 0, onlyModel: 0, neither: 0 };
const CELLS = Object.keys(NOBODY) as (keyof Group)[];
/** People of a group by who approved them: the banks, the model that decides here, or both. */
export type Group = Readonly<typeof NOBODY>;
/** Something of either group. */
export type OfBoth<Value> = Readonly<Record<'white' | 'black', Value>>;
export type Groups = OfBoth<Group>;

/** The five shares as they are called, in the order in which they are shown; all but the first are held against the banks' decisions. */
export const NAMES = {
  approval: 'approved',
  tpr: 'recall',
  fpr: 'false positive rate',
  ppv: 'precision',
  accuracy: 'accuracy',
} as const;
export type Share = keyof typeof NAMES;
export const SHARES = Object.keys(NAMES) as [Share, ...Share[]];

/** So many of so many. */
export type Count = readonly [some: number, all: number];
export const shareOf = ([some, all]: Count): number => some / all;
/** What a lamp says of a gap. */
export const SAID = { lit: 'equal', off: 'unequal', 'cannot tell': 'cannot tell' } as const;
export type Lamp = keyof typeof SAID;

/** A share in both groups, and the gap between them, white minus Black, with its 90 % interval. */
export type Compared = NonNullable<ReturnType<typeof comparedBy>>;

/** Gaps within this much count as equal. */
export const MARGIN = 0.05;
/** The normal quantile that leaves 5 % on either side. */
const QUANTILE = 1.6448536269514722;

/** What each share counts in a group. */
export const COUNTS: Readonly<Record<Share, (group: Group) => Count>> = {
  approval: (g) => [g.bothApproved + g.onlyModel, sizeOf(g)],
  tpr: (g) => [g.bothApproved, g.bothApproved + g.onlyBanks],
  fpr: (g) => [g.onlyModel, g.onlyModel + g.neither],
  ppv: (g) => [g.bothApproved, g.bothApproved + g.onlyModel],
  accuracy: (g) => [g.bothApproved + g.neither, sizeOf(g)],
};

/** How many people a group has. */
export const sizeOf = (group: Group): number => sum(CELLS, (cell) => group[cell]);

/** The share of those the banks refused that is approved, if these two shares are given: follows from what the four counts are. */
export const forced = (base: number, ppv: number, missed: number): number =>
  (((base / (1 - base)) * (1 - ppv)) / ppv) * (1 - missed);

/** One of the five in two groups, by the normal approximation; nothing where one of them is of nobody. */
export function comparedBy(share: Share, groups: Groups) {
  const [white, black] = [COUNTS[share](groups.white), COUNTS[share](groups.black)];
  if (white[1] === 0 || black[1] === 0) return null;
  const [one, other] = [shareOf(white), shareOf(black)];
  const gap = one - other;
  const error = Math.sqrt((one * (1 - one)) / white[1] + (other * (1 - other)) / black[1]);
  const [low, high] = [gap - QUANTILE * error, gap + QUANTILE * error];
  return { white, black, gap, low, high, lamp: lampOf(low, high) };
}

/** How many of the five are equal. */
export function litOf(groups: Groups): number {
  return SHARES.filter((share) => comparedBy(share, groups)?.lamp === 'lit').length;
}

/** Lit, or equal in words, where the whole interval counts as that; off, or unequal, where none of it does. */
export function lampOf(low: number, high: number): Lamp {
  if (low >= -MARGIN && high <= MARGIN) return 'lit';
  return low > MARGIN || high < -MARGIN ? 'off' : 'cannot tell';
}

/** The five gaps of so many other draws of as many people from these, with replacement: the bootstrap (Efron 1979). */
export function redraws(groups: Groups, count: number, seed: number): (number | null)[][] {
  const random = seeded(seed, 'redraws');
  const people = cross(['white', 'black'] as const, CELLS).flatMap((kind) =>
    range(groups[kind[0]][kind[1]]).map(() => kind),
  );
  return range(count).map(() => {
    const again = { white: { ...NOBODY }, black: { ...NOBODY } };
    for (const _ of people) {
      const [name, cell] = people[random.whole(people.length)] as (typeof people)[number];
      again[name][cell] += 1;
    }
    return SHARES.map((share) => comparedBy(share, again)?.gap ?? null);
  });
}
