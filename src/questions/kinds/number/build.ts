/** What the build knows of a number question. */
import type { PageHead, QuestionKind } from '../../author/contract.ts';
import { exact, withUnit } from '../../../../widgets/kit/draw/format.ts';
import { numberRow } from '../../server/number-row.ts';
import type { NumberKey } from './judge/check.ts';
import { answerOf, proveNumber } from './prove.ts';
import { numberSchema, type NumberQuestion } from './schema.ts';
import { YOUR_ANSWER } from '#words/src/questions/kinds/number/words';

/** A number is typed; its answer may be that of a run. */
export const NUMBER: QuestionKind<NumberQuestion, PageHead & NumberKey> = {
  schema: numberSchema,
  role: 'graded',
  known: ({ wrong }) => wrong,
  prove: proveNumber,
  computed: (question) =>
    typeof question.answer === 'number' ? undefined : (context) => answerOf(context, question),
  pageData({ question: { answer, unit, tolerance, wrong } }, _context, computed) {
    return {
      answer: typeof answer === 'number' ? answer : computed,
      unit,
      tolerance,
      // Feedback is in the page as rendered text, not here; misconceptions are for questions.json.
      wrong: wrong.map((one) => ({ ...one, misconception: '', feedback: '' })),
    };
  },
  key({ question: { answer, unit } }, _context, computed) {
    return [withUnit(exact(typeof answer === 'number' ? answer : computed), unit)];
  },
  markup: (data) => ({ field: numberRow(data, YOUR_ANSWER) }),
};
