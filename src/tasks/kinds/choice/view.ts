/** What the build knows of a choice: options are picked, one, or all that are true. */
import type { ItemKind } from '../../sets/contract.ts';
import type { ChoiceItem, ChoiceItemKey } from './item.ts';
import { withDrawn } from '../../sets/server/with-drawn.ts';
import type { PageHead, QuestionKind } from '../../practice/contract.ts';
import { optionsMarkup } from '../../fields/options-markup.ts';
import { inlines, type TextMarkup } from '../../server/markdown.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { PRACTICE } from '../../sample.ts';
import type { ChoiceKey } from './check.ts';
import { proveChoice } from './prove.ts';
import { questionSchema, type ChoiceQuestion, type ChoiceSource } from './schema.ts';
import { CHOICE_LABELS } from '#words/src/tasks/kinds/choice/words';

const field = (id: string, options: readonly TextMarkup[], many: boolean): Markup =>
  optionsMarkup(id, options, {
    legend: many ? CHOICE_LABELS.chooseMany : CHOICE_LABELS.chooseOne,
    many,
  });

export const QUESTION: QuestionKind<ChoiceQuestion, PageHead & ChoiceKey> = {
  schema: questionSchema,
  role: 'graded',
  known: ({ options }) => options,
  prove: ({ question }) => proveChoice(question, PRACTICE).faults,
  pageData: ({ question: { many, options } }) => ({
    many,
    options: options.map(({ id, correct, feedback }) => ({
      id,
      correct,
      feedback: feedback === undefined ? undefined : '',
    })),
  }),
  key: ({ question: { options } }) => options.filter((one) => one.correct).map(({ text }) => text),
  markup: async ({ id }, { many, options }) => ({ field: field(id, await inlines(options), many) }),
};

export const ITEM: ItemKind<ChoiceSource, ChoiceItem, ChoiceItemKey> = {
  by: 'answer',
  ofQuestion: ({ many, options }: ChoiceQuestion) => ({ many, options, ordered: false }),
  prove: (source, variants) => proveChoice(source, variants),
  facts: ({ many, ordered, options }) => ({
    kind: 'choice',
    many,
    options: options.map(({ id }) => id),
    ...(ordered && { ordered }),
  }),
  async field({ id, many, options }, item) {
    const texts = (await inlines(options)).map(({ id: own, html }) => ({
      id: own,
      html: { markup: withDrawn(html.markup, item) },
    }));
    return field(id, texts, many);
  },
  known: ({ options }) => options,
  right: ({ answers }, seed) => (answers[seed] ?? []).join(', '),
};
