/** What the build knows of a matching: a row of circles for each entry on the left, which are ticked on paper too. */
import { markup, type Markup } from '../../../../widgets/kit/draw/markup.ts';
import type { ItemKind } from '../../sets/contract.ts';
import type { MatchItem, MatchItemKey } from './item.ts';
import { withDrawn } from '../../sets/server/with-drawn.ts';
import type { PageHead, QuestionKind } from '../../practice/contract.ts';
import { block } from '../../server/block.ts';
import { inlines, type TextMarkup } from '../../server/markdown.ts';
import { PRACTICE } from '../../sample.ts';
import { pairOf, whyOf, type MatchingKey } from './check.ts';
import { proveMatching } from './prove.ts';
import { questionSchema, type MatchingQuestion, type MatchSource } from './schema.ts';
import { MATCHING_LABEL } from '#words/src/tasks/kinds/match/words';

function field(
  question: string,
  left: readonly TextMarkup[],
  right: readonly TextMarkup[],
): Markup {
  const row = ({ id, html }: TextMarkup): Markup => block`<fieldset class="answer-match">
    <legend data-text-of="${id}">${html}</legend>
    ${right.map(
      (one) => block`<label>
      <input type="radio" name="question-${question}-${id}" value="${pairOf(id, one.id)}" autocomplete="off">
      ${inOne(one.html)}
    </label>`,
    )}
  </fieldset>`;
  return block`<fieldset class="answer-matches" aria-describedby="question-${question}-prompt">
    <legend>${MATCHING_LABEL}</legend>
    ${left.map(row)}
  </fieldset>`;
}

/** How a row begins, so that what is said of it can be told from what is said of others. */
function begun(text: string): string {
  const words = text.replaceAll(/[*_`[\]]/g, '').split(/\s+/);
  return `**${words.length > 6 ? `${words.slice(0, 5).join(' ')} …` : words.join(' ')}**`;
}

/** Text beside elements would stand apart from them: a row of words has gaps. */
const inOne = (html: Markup): Markup =>
  html.markup.includes('<') ? markup`<span>${html}</span>` : html;

export const QUESTION: QuestionKind<MatchingQuestion, PageHead & MatchingKey> = {
  schema: questionSchema,
  role: 'graded',
  known: ({ left }) =>
    left.flatMap(({ id, text, feedback, misconception, why }) => [
      { id, feedback: `${begun(text)} ${feedback}`, misconception },
      ...(why === undefined ? [] : [{ id: whyOf(id), feedback: `${begun(text)} ${why}` }]),
    ]),
  prove: ({ question }) => proveMatching(question, PRACTICE).faults,
  pageData: ({ question: { left, right } }) => ({
    left: left.map(({ id, right: own, why }) => ({
      ...{ id, right: own, feedback: '' },
      ...(why !== undefined && { why: '' }),
    })),
    right: right.map(({ id }) => id),
    wrong: [],
  }),
  key: ({ question: { left, right } }) =>
    left.map(({ text, right: own }) => {
      const names = right.filter(({ id }) => own.includes(id)).map((one) => one.text);
      return `${text} → ${names.join(' / ')}`;
    }),
  markup: async (data, { left, right }) => ({
    field: field(data.id, await inlines(left), await inlines(right)),
  }),
};

export const ITEM: ItemKind<MatchSource, MatchItem, MatchItemKey> = {
  by: 'answer',
  ofQuestion: ({ left, right }: MatchingQuestion) => ({ left, right, wrong: [] }),
  prove: (source, variants) => proveMatching(source, variants),
  facts: ({ left, right }) => ({
    kind: 'match',
    left: left.map(({ id }) => id),
    right: right.map(({ id }) => id),
  }),
  async field({ id, left, right }, item) {
    const own = async (list: MatchSource['right']): Promise<readonly TextMarkup[]> =>
      (await inlines(list)).map((one) => ({
        id: one.id,
        html: { markup: withDrawn(one.html.markup, item) },
      }));
    return field(id, await own(left), await own(right));
  },
  known: ({ wrong }) => wrong,
  right: ({ answers }, seed) =>
    Object.entries(answers[seed] ?? {})
      .map(([from, to]) => `${from}: ${to}`)
      .join(', '),
};
