/** What a predicted order asks of its runs, and sends to its page. Build only, but for its types. */
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';
import { shuffled } from '../../../../fields/judge/shuffle.ts';
import type { SortedKey } from '../../../../fields/judge/sorted.ts';
import type { PredictionData } from '../../form.ts';
import { asksOf, readingsOf, type ReadingAsked } from '../../runs/data.ts';
import type { OrderPrediction } from './schema.ts';

/** The page's data of an order: as its list stands at first, for the runs give the right one. */
export interface OrderData extends PredictionData {
  readonly first: 'largest' | 'smallest';
  readonly readings: readonly ReadingAsked[];
}

/** What an order adds to the data that every prediction sends. */
export function orderData(
  question: OrderPrediction,
  widget: AnyWidget,
): Omit<OrderData, keyof PredictionData> {
  const { id, first, items, measure } = question;
  const readings = readingsOf(items, measure, widget);
  const order = shuffled(id, sortedKey(question));
  return { first, readings: order.flatMap((one) => readings.filter((it) => it.id === one)) };
}

/** What it asks for. */
export const orderAsks = ({ items, measure }: OrderPrediction) => asksOf(items, measure);

/** The items in the right order, as their author has written them. */
export const sortedKey = ({ items }: OrderPrediction): SortedKey => ({
  order: items.map(({ id }) => id),
  wrong: [],
});
