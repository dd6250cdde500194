/** What the build knows of a choice. */
import type { PageHead, QuestionKind } from '../../author/contract.ts';
import { optionsMarkup } from '../../fields/options-markup.ts';
import { inlines } from '../../server/markdown.ts';
import type { ChoiceKey } from './judge/check.ts';
import { proveChoice } from './prove.ts';
import { choiceSchema, type ChoiceQuestion } from './schema.ts';
import { CHOICE_LABELS } from '#words/src/questions/kinds/choice/words';

type ChoiceData = PageHead & ChoiceKey;

/** Options are picked: one, or all that are true. */
export const CHOICE: QuestionKind<ChoiceQuestion, ChoiceData> = {
  schema: choiceSchema,
  role: 'graded',
  known: ({ options }) => options,
  prove: proveChoice,
  pageData: ({ question: { many, options } }) => ({
    many,
    options: options.map(({ id, correct, feedback }) => ({
      id,
      correct,
      feedback: feedback === undefined ? undefined : '',
    })),
  }),
  key: ({ question: { options } }) => options.filter((one) => one.correct).map(({ text }) => text),
  markup: async (data, { many, options }) => ({
    field: optionsMarkup(data.id, await inlines(options), {
      legend: many ? CHOICE_LABELS.chooseMany : CHOICE_LABELS.chooseOne,
      many,
    }),
  }),
};
