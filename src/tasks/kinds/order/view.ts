/** What the build knows of an order. */
import type { PageHead, QuestionKind } from '../../practice/contract.ts';
import { sortedMarkup } from '../../fields/sorted-markup.ts';
import { inlines } from '../../server/markdown.ts';
import type { OrderKey } from './check.ts';
import { proveOrder } from './prove.ts';
import { questionSchema, type OrderQuestion } from './schema.ts';

/** Items are put into order. */
export const QUESTION: QuestionKind<OrderQuestion, PageHead & OrderKey> = {
  schema: questionSchema,
  role: 'graded',
  known: ({ wrong }) => wrong,
  prove: ({ question }) => proveOrder(question),
  pageData: ({ question: { items, wrong } }) => ({
    order: items.map(({ id }) => id),
    wrong: wrong.map((one) => ({ ...one, misconception: '', feedback: '' })),
  }),
  key: ({ question: { items } }) => items.map(({ text }) => text),
  markup: async (data, { items, ends }) => ({
    field: sortedMarkup(data, await inlines(items), ends),
  }),
};
