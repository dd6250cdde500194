/** What the build knows of a choice. */
import { block } from '../../server/block.ts';
import type { AnswerMarkup, PageHead, QuestionKind } from '../../author/contract.ts';
import { inlines } from '../../server/markdown.ts';
import type { ChoiceKey } from './judge/check.ts';
import { proveChoice } from './prove.ts';
import { choiceSchema, type ChoiceQuestion } from './schema.ts';
import { CHOICE_LABELS } from './words.ts';

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
  markup: optionsMarkup,
};

async function optionsMarkup(
  { id, many }: ChoiceData,
  { options }: ChoiceQuestion,
): Promise<AnswerMarkup> {
  const type = many ? 'checkbox' : 'radio';
  const rows = (await inlines(options)).map(
    (option) => block`<label class="answer-option">
    <input type="${type}" name="question-${id}" value="${option.id}" autocomplete="off">
    <span>${option.html}</span>
  </label>`,
  );
  const field = block`<fieldset class="answer-options" aria-describedby="question-${id}-prompt">
  <legend>${many ? CHOICE_LABELS.chooseMany : CHOICE_LABELS.chooseOne}</legend>
  ${rows}
</fieldset>`;
  return { field };
}
