/** What the build knows of an order. */
import type { QuestionKind } from '../../author/contract.ts';
import { inlines } from '../../server/markdown.ts';
import { orderMarkup, type OrderData } from './markup.ts';
import { proveOrder } from './prove.ts';
import { orderSchema, type OrderQuestion } from './schema.ts';

/** Items are put into order. */
export const ORDER: QuestionKind<OrderQuestion, OrderData> = {
  schema: orderSchema,
  role: 'graded',
  known: ({ wrong }) => wrong,
  prove: ({ question }) => proveOrder(question),
  pageData: ({ question: { items, wrong } }) => ({
    order: items.map(({ id }) => id),
    wrong: wrong.map((one) => ({ ...one, misconception: '', feedback: '' })),
  }),
  markup: async (data, { items, ends }) => ({
    field: orderMarkup(data, await inlines(items), ends),
  }),
};
