/** What the build knows of a predicted order. */
import { sortedMarkup } from '../../../../fields/sorted-markup.ts';
import { inlines } from '../../../../server/markdown.ts';
import type { PredictionForm } from '../../form.ts';
import { orderAsks, orderData, sortedKey, type OrderData } from './data.ts';
import { proveOrder } from './prove.ts';
import { orderSchema, type OrderPrediction } from './schema.ts';

/** Items are sorted; the runs say in which order they are. */
export const ORDER_FORM: PredictionForm<OrderPrediction, OrderData> = {
  schema: orderSchema,
  asks: orderAsks,
  prove: proveOrder,
  data: orderData,
  markup: async ({ id }, question) =>
    sortedMarkup({ id, ...sortedKey(question) }, await inlines(question.items), question.ends),
};
