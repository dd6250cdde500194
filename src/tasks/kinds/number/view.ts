/** What the build knows of a number: it is typed, and its answer may be that of a run. */
import { elementName } from '../../../../widgets/kit/contract/element-name.ts';
import { exact, withUnit } from '../../../../widgets/kit/draw/format.ts';
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import type { ItemKind } from '../../sets/contract.ts';
import type { NumberItem, NumberItemKey } from './item.ts';
import type { QuestionKind } from '../../practice/contract.ts';
import { block, numberRow } from '../../server/block.ts';
import { proverIn } from '../../practice/prover.ts';
import { widthOf } from './check.ts';
import { PRACTICE } from '../../sample.ts';
import type { NumberOnPage } from './run.ts';
import { answerOf, proveNumber } from './prove.ts';
import { questionSchema, type NumberQuestion, type NumberSource } from './schema.ts';
import { YOUR_ANSWER } from '#words/src/tasks/kinds/number/words';

export const QUESTION: QuestionKind<NumberQuestion, NumberOnPage> = {
  schema: questionSchema,
  role: 'graded',
  known: ({ wrong }) => wrong,
  prove: async ({ question }, context) =>
    (await proveNumber(question, PRACTICE, proverIn(context))).faults,
  computed: (question) =>
    typeof question.answer === 'number' ? undefined : (context) => answerOf(context, question),
  pageData: ({ question: { answer, unit, tolerance, wrong } }, _context, computed) => ({
    answer: typeof answer === 'number' ? answer : computed,
    unit,
    tolerance,
    ...(typeof answer === 'object' && {
      run: { element: elementName(answer.widget), settings: answer.settings },
    }),
    // Feedback is in the page as rendered text, not here; misconceptions are for questions.json.
    wrong: wrong.map((one) => ({ ...one, misconception: '', feedback: '' })),
  }),
  key: ({ question: { answer, unit } }, _context, computed) => [
    withUnit(exact(typeof answer === 'number' ? answer : computed), unit),
  ],
  guessed: ({ answer, tolerance, wrong }, computed) => {
    const right = typeof answer === 'number' ? answer : computed;
    return { right, near: widthOf(tolerance, right), wrong: wrong.map(({ value }) => value) };
  },
  markup: (data) => ({ field: numberRow(data, YOUR_ANSWER) }),
};

export const ITEM: ItemKind<NumberSource, NumberItem, NumberItemKey> = {
  by: 'answer',
  ofQuestion: ({ answer, unit, tolerance, wrong }: NumberQuestion) => ({
    answer,
    unit,
    tolerance,
    wrong,
  }),
  proves: ({ answer }) => (typeof answer === 'object' ? answer.widget : undefined),
  prove: (source, variants, _place, prover) => proveNumber(source, variants, prover),
  facts: ({ unit, carried }) => ({ kind: 'number', unit, ...(carried && { carried }) }),
  field: (source) =>
    markup`${source.carried && block`<p class="answer-help" data-part="carried"></p>`}${numberRow(source, YOUR_ANSWER)}`,
  known: ({ wrong }) => wrong,
  right: ({ answers, carried }, seed) => String(carried?.right ?? answers[seed]?.right),
};
