/** What a class’s results say of the items: how hard, how telling, and which wrong answers were given how often. */
import type { ClassResult } from '../grade/class.ts';
import { isUnread, type ItemVerdict, type State } from '../grade/verdict.ts';
import { grouped } from '../grouped.ts';
import { correlation, mean, wilson, type Estimate } from './numbers.ts';
import { quantile } from './together.ts';
import { variantTest, type VariantTest } from './variants.ts';

export interface ItemStats {
  readonly item: string;
  /** Students whose answer says something of the item: decided by hand, withdrawn and unread ones are left out. */
  readonly count: number;
  /** The mean share of the item that was done; what was left out counts as nothing. */
  readonly facility: Estimate | undefined;
  /** The correlation of the item with the rest of the points. */
  readonly discrimination: Estimate | undefined;
  /** The mean share in five groups of students, from the weakest to the strongest in the rest. */
  readonly groups: readonly number[];
  /** The share that had all of it at the first try, as their files say; of those who answered. */
  readonly firstTry: Estimate | undefined;
  /** Quartiles of the minutes, of those who agreed to tell. */
  readonly minutes: readonly [number, number, number] | undefined;
  readonly states: Readonly<Partial<Record<State, number>>>;
  /** Whether some variants were harder than others. */
  readonly variants: VariantTest | undefined;
  /** Each known wrong answer that was given, by its id: how many, and the share of all. */
  readonly wrong: readonly {
    readonly id: string;
    readonly count: number;
    readonly share: Estimate;
  }[];
}

const GROUPS = 5;
/** Whether nobody has judged the answer itself: not yet, or not by the key. */
const saysNothing = (one: ItemVerdict): boolean =>
  isUnread(one) || one.state === 'by-hand' || one.state === 'withdrawn';

/** The statistics of every item, in the assignment’s order. */
export function itemStats({ students }: ClassResult): readonly ItemStats[] {
  const ids = students[0]?.items.map(({ item }) => item) ?? [];
  return ids.map((item, at): ItemStats => {
    const rows = students.flatMap(({ items }) => {
      const own = items[at];
      if (!own || saysNothing(own)) return [];
      const rest = items.reduce((sum, one, i) => (i === at ? sum : sum + one.points), 0);
      return [{ ...own, rest }];
    });
    const credits = rows.map(({ credit }) => credit);
    const rests = rows.map(({ rest }) => rest);
    const states: Partial<Record<State, number>> = {};
    for (const { items } of students) {
      const state = items[at]?.state;
      if (state) states[state] = (states[state] ?? 0) + 1;
    }
    return {
      item,
      count: rows.length,
      facility: wilson(credits),
      discrimination: correlation(credits, rests),
      groups: groupsOf(rows),
      variants: variantTest(rows),
      firstTry: wilson(
        rows
          .filter(({ tries = 0 }) => tries > 0)
          .map(({ credit, tries }) => Number(credit === 1 && tries === 1)),
      ),
      minutes: quartiles(rows.flatMap(({ minutes }) => minutes ?? [])),
      states,
      wrong: wrongOf(rows),
    };
  });
}

function quartiles(values: readonly number[]): ItemStats['minutes'] {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
}

interface Row {
  readonly credit: number;
  readonly rest: number;
  readonly wrong?: string;
}

function groupsOf(rows: readonly Row[]): readonly number[] {
  if (rows.length < GROUPS) return [];
  const byRest = rows.toSorted((a, b) => a.rest - b.rest);
  return Array.from({ length: GROUPS }, (_, i) => {
    const [from, to] = [i, i + 1].map((one) => Math.round((one * byRest.length) / GROUPS));
    return mean(byRest.slice(from, to).map(({ credit }) => credit));
  });
}

function wrongOf(rows: readonly Row[]): ItemStats['wrong'] {
  const given = grouped(
    rows.filter((row) => row.wrong !== undefined),
    (row) => row.wrong ?? '',
  );
  return [...given]
    .map(([id, { length: count }]) => {
      const share = wilson(rows.map(({ wrong }) => Number(wrong === id)));
      return { id, count, share: share ?? { value: 0, low: 0, high: 1 } };
    })
    .toSorted((a, b) => b.count - a.count);
}
