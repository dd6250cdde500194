/** Judges an order: each pair of items that stands right counts, each that stands wrong takes one back. */
import { idsIn, type Answer } from '../../judge/answers.ts';
import { judged, unread, type KnownMistake, type Verdict } from '../../judge/verdict.ts';
import { ORDERS } from '#words/src/tasks/fields/judge/sorted-words';
import { VERDICTS } from '#words/src/tasks/judge/words';

/** A wrong order that betrays a known misconception: these items, one before the other, whatever stands between. */
interface KnownOrder extends KnownMistake {
  readonly order: readonly string[];
}

/** What an order is judged by. */
export interface SortedKey {
  /** Ids of the items in the right order. */
  readonly order: readonly string[];
  readonly wrong: readonly KnownOrder[];
}

/** Judges the ids in the reader's order; the first known wrong order that it contains gives its feedback. */
export function judgeSorted(key: SortedKey, answer: Answer): Verdict {
  const sorted = idsIn(answer);
  const complete = sorted.length === key.order.length && new Set(sorted).size === sorted.length;
  if (!complete || !sorted.every((id) => key.order.includes(id))) return unread(ORDERS.sortFirst);
  const credit = creditOf(key.order, sorted);
  if (credit === 1) return judged(1, VERDICTS.right);
  const known = key.wrong.find(({ order }) => contains(sorted, order));
  const feedback = known?.feedback ?? ORDERS.pairs(rightPairs(key.order, sorted));
  return judged(credit, feedback, known ? [known.id] : []);
}

/** Pairs that stand right less those that stand wrong, as a share of all pairs; never under 0. */
export function creditOf(order: readonly string[], sorted: readonly string[]): number {
  const { right, all } = rightPairs(order, sorted);
  return Math.max(0, (2 * right - all) / all);
}

/** How many of all pairs of items the reader has put the right way round. */
function rightPairs(
  order: readonly string[],
  sorted: readonly string[],
): { readonly right: number; readonly all: number } {
  const place = new Map(order.map((id, i) => [id, i]));
  let right = 0;
  for (const [i, earlier] of sorted.entries()) {
    for (const later of sorted.slice(i + 1)) {
      if ((place.get(earlier) ?? 0) < (place.get(later) ?? 0)) right += 1;
    }
  }
  return { right, all: (order.length * (order.length - 1)) / 2 };
}

/** True when these ids stand in this order in the list, whatever stands between them. */
export function contains(list: readonly string[], ids: readonly string[]): boolean {
  let from = 0;
  return ids.every((id) => {
    const at = list.indexOf(id, from);
    from = at + 1;
    return at >= 0;
  });
}
