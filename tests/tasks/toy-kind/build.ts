/** A kind of question in one folder, as a new one would be: what the build knows of it. */
import { z } from 'astro/zod';
import type { PageHead, QuestionKind } from '../../../src/tasks/practice/contract.ts';
import { graded, text } from '../../../src/tasks/practice/author/fields.ts';
import { markup } from '../../../widgets/kit/draw/markup.ts';
import { checkTrueOrFalse, type TrueOrFalseKey } from './judge.ts';

const schema = z.strictObject({
  ...graded,
  kind: z.literal('true-or-false'),
  statement: text,
  isTrue: z.boolean(),
  feedback: text,
  misconception: text,
});
type TrueOrFalse = z.infer<typeof schema>;

export const TRUE_OR_FALSE: QuestionKind<TrueOrFalse, PageHead & TrueOrFalseKey> = {
  schema,
  role: 'graded',
  known: ({ feedback, misconception }) => [{ id: 'other-way-round', feedback, misconception }],
  prove({ question }) {
    const { correct } = checkTrueOrFalse(question, String(question.isTrue));
    const isPlain = !/\bnot\b/.test(question.statement);
    return [
      ...(correct ? [] : ['its own answer is not accepted']),
      ...(isPlain ? [] : ['the statement says “not”; turn it round']),
    ];
  },
  pageData: ({ question: { isTrue } }) => ({ isTrue, feedback: '' }),
  markup: (_data, { statement }) => ({
    field: markup`<p><label>${statement} <input type="text" name="answer"></label></p>`,
  }),
};
