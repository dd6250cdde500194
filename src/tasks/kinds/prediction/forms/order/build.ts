/** What the build knows of a predicted order. */
import { z } from 'astro/zod';
import { shuffled } from '../../../../fields/judge/shuffle.ts';
import { type SortedKey, judgeSorted } from '../../../../fields/judge/sorted.ts';
import { sortedMarkup } from '../../../../fields/sorted-markup.ts';
import { predictionEnd, predictionHead, predictionRun } from '../../fields.ts';
import type { PredictionData, ProofOn, PredictionForm } from '../../form.ts';
import {
  asksOf,
  readingsOf,
  type ReadingAsked,
  isApart,
  readingsOverSeeds,
  sharedIds,
  ofRun,
} from '../../runs/prove.ts';
import { text } from '../../../../practice/author/fields.ts';
import { marginOf } from '../../../../practice/author/seeds.ts';
import type { Faults } from '../../../../practice/contract.ts';
import { inlines } from '../../../../server/markdown.ts';
import { SENTENCE, spoken } from '../../room.ts';
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';

/** Runs or measures, in the order that their values have. */
const orderSchema = z.strictObject({
  ...predictionHead,
  ...predictionRun,
  ...predictionEnd,
  form: z.literal('order'),
  measure: text.optional(),
  /** What stands first. */
  first: z.enum(['largest', 'smallest']).default('smallest'),
  /** What the first and the last place mean: `soonest`, `latest`. */
  ends: z.tuple([text, text]).optional(),
  items: z
    .array(z.strictObject(ofRun))
    .min(3, 'an order has at least three items')
    .max(7, 'an order has at most seven items'),
});

export type OrderPrediction = z.infer<typeof orderSchema>;

/** The page's data of an order: as its list stands at first, for the runs give the right one. */
export interface OrderData extends PredictionData {
  readonly first: 'largest' | 'smallest';
  readonly readings: readonly ReadingAsked[];
}

/** What an order adds to the data that every prediction sends. */
function orderData(
  question: OrderPrediction,
  widget: AnyWidget,
): Omit<OrderData, keyof PredictionData> {
  const { id, first, items, measure } = question;
  const readings = readingsOf(items, measure, widget);
  const order = shuffled(id, sortedKey(question));
  return { first, readings: order.flatMap((one) => readings.filter((it) => it.id === one)) };
}

/** What it asks for. */
const orderAsks = ({ items, measure }: OrderPrediction) => asksOf(items, measure);

/** The items in the right order, as their author has written them. */
const sortedKey = ({ items }: OrderPrediction): SortedKey => ({
  order: items.map(({ id }) => id),
  wrong: [],
});

/** The faults of an order, each with what to do. */
async function proveOrder(question: OrderPrediction, prover: ProofOn): Promise<Faults> {
  const twice = sharedIds('items', question.items);
  if (twice.length > 0) return twice;
  const key = sortedKey(question);
  const faults = new Set<string>();
  if (judgeSorted(key, shuffled(question.id, key)).correct) {
    faults.add('its items stand in the right order at the start; choose another id');
  }
  const margin = marginOf(prover.widget);
  const sign = question.first === 'smallest' ? 1 : -1;
  for (const { at, values } of await readingsOverSeeds(orderAsks(question), prover)) {
    for (const [i, one] of values.entries()) {
      const before = values[i - 1];
      if (!before) continue;
      if (sign * (one.value - before.value) > 0 && isApart(one, before, margin)) continue;
      const [a, b] = [before.value, one.value].map((value) => Number(value.toPrecision(4)));
      faults.add(
        `${before.id} (${a}) does not come before ${one.id} (${b})${at}; the ${question.first} stands first, and what is as good as equal has no order`,
      );
    }
  }
  return [...faults];
}

/** Items are sorted; the runs say in which order they are. */
export const FORM: PredictionForm<OrderPrediction, OrderData> = {
  schema: orderSchema,
  asks: orderAsks,
  prove: proveOrder,
  data: orderData,
  room: ({ items }) => SENTENCE + 2 * spoken(items),
  markup: async ({ id }, question) =>
    sortedMarkup({ id, ...sortedKey(question) }, await inlines(question.items), question.ends),
};
