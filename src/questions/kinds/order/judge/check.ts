/** Judges an order: each pair of items that stands right counts, each that stands wrong takes one back. */
import type { OrderAsked, Verdict } from '../../../judge/types.ts';
import { judged, unread } from '../../../judge/verdict.ts';
import { VERDICTS } from '../../../judge/words.ts';

/** Judges the ids in the reader's order; the first known wrong order that it contains gives its feedback. */
export function checkOrder(asked: OrderAsked, given: readonly string[]): Verdict {
  const complete = given.length === asked.order.length && new Set(given).size === given.length;
  if (!complete || !given.every((id) => asked.order.includes(id))) return unread(VERDICTS.order);
  const credit = creditOf(asked.order, given);
  if (credit === 1) return judged(1, VERDICTS.right);
  const known = asked.wrong.find(({ order }) => contains(given, order));
  const feedback = known?.feedback ?? VERDICTS.orderElse(rightPairs(asked.order, given));
  return judged(credit, feedback, known ? [known.id] : []);
}

/** Pairs that stand right less those that stand wrong, as a share of all pairs; never under 0. */
export function creditOf(order: readonly string[], given: readonly string[]): number {
  const { right, all } = rightPairs(order, given);
  return Math.max(0, (2 * right - all) / all);
}

/** How many of all pairs of items the reader has put the right way round. */
function rightPairs(
  order: readonly string[],
  given: readonly string[],
): { readonly right: number; readonly all: number } {
  const place = new Map(order.map((id, i) => [id, i]));
  let right = 0;
  for (const [i, earlier] of given.entries()) {
    for (const later of given.slice(i + 1)) {
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
