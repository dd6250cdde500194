/** What the build knows of a program to change: it is copied, changed in one line and run elsewhere; what it printed is pasted. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { shownMeasure, widgetOf } from '../../practice/author/context.ts';
import type { PageHead, QuestionKind } from '../../practice/contract.ts';
import type { ItemKind } from '../../sets/contract.ts';
import { block, button, numberRow } from '../../server/block.ts';
import { linesOf, type ProgramKey } from './check.ts';
import type { ProgramItem, ProgramItemKey } from './item.ts';
import { keyOf, proveProgram, proveQuestion, sourceOf } from './prove.ts';
import type { ProgramOnPage } from './page.ts';
import { questionSchema, type ProgramQuestion, type ProgramSource } from './schema.ts';
import { PROGRAM_FIELD as SAYS } from '#words/src/tasks/kinds/program/words';

/** The most that is pasted, in characters: all that a program prints, and what stood around it. */
const LONGEST = 6_000;

export const QUESTION: QuestionKind<ProgramQuestion, PageHead & ProgramKey & ProgramOnPage> = {
  schema: questionSchema,
  role: 'graded',
  prove: ({ question }, context) => proveQuestion(question, context),
  pageData({ question }, { widgets }) {
    const widget = widgetOf(widgets, question.widget);
    return {
      ...keyOf(question, widgets),
      tag: widget.tag,
      settings: fullSettings(widget, question.settings, 'settings'),
      label: shownMeasure(widget, question.measure).label,
    };
  },
  markup: (data, { edit }) => ({ field: field({ ...data, edit }) }),
};

function field({
  id,
  unit,
  label,
  edit,
}: Pick<ProgramItem, 'edit' | 'id' | 'label' | 'unit'>): Markup {
  const of = `question-${id}`;
  return block`<div class="program">
  <p class="question-actions if-scripting">${button('program', SAYS.copy)}</p>
  <p class="handed" role="status" data-part="program"></p>
  <p>${SAYS.in}</p>
  <pre tabindex="0"><code><del data-text="${edit.line}">${edit.line}</del></code></pre>
  <p>${SAYS.becomes}</p>
  <pre tabindex="0"><code><ins data-text="${edit.becomes}">${edit.becomes}</ins></code></pre>
  ${numberRow({ id, unit }, SAYS.prediction(label))}
  <label class="if-scripting" for="${of}-printed">${SAYS.printed}</label>
  <textarea class="if-scripting" id="${of}-printed" rows="6" maxlength="${LONGEST}" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="${of}-help"></textarea>
  <p class="answer-help if-scripting" id="${of}-help">${SAYS.help}</p>
</div>`;
}

export const ITEM: ItemKind<ProgramSource, ProgramItem, ProgramItemKey> = {
  by: 'answer',
  ofQuestion: sourceOf,
  proves: ({ widget }) => widget,
  prove: (source, variants, _place, prover) => proveProgram(source, variants, prover),
  facts: ({ widget: tag, settings, edit, measure, unit, printed }, { widgets }) => ({
    kind: 'program',
    ...{ tag, settings, edit, unit },
    label: shownMeasure(widgetOf(widgets, tag), measure).label,
    prints: Object.keys(printed[0]?.of ?? {}),
  }),
  field: (_source, item) => field(item),
  right: ({ answers }, seed) => linesOf(answers[seed] ?? {}, 'changed', ', '),
};
