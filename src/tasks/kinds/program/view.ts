/** What the build knows of a program to change: it is copied, changed in one line and run elsewhere; what it printed is pasted. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { shownMeasure, widgetOf } from '../../practice/author/context.ts';
import type { PageHead, QuestionKind } from '../../practice/contract.ts';
import { block, button, numberRow } from '../../server/block.ts';
import type { ProgramKey } from './check.ts';
import { keyOf, proveProgram } from './prove.ts';
import type { ProgramOnPage } from './page.ts';
import { questionSchema, type ProgramQuestion } from './schema.ts';
import { PROGRAM_FIELD as SAYS } from '#words/src/tasks/kinds/program/words';

export const QUESTION: QuestionKind<ProgramQuestion, PageHead & ProgramKey & ProgramOnPage> = {
  schema: questionSchema,
  role: 'graded',
  prove: ({ question }, context) => proveProgram(question, context),
  pageData({ question }, context) {
    const widget = widgetOf(context.widgets, question.widget);
    return {
      ...keyOf(question, context),
      tag: widget.tag,
      settings: fullSettings(widget, question.settings, 'settings'),
      label: shownMeasure(widget, question.measure).label,
    };
  },
  markup({ id, unit, label }, { edit }) {
    const of = `question-${id}`;
    return {
      field: block`<div class="program">
  <p class="question-actions if-scripting">${button('program', SAYS.copy)}</p>
  <p class="handed" role="status" data-part="program"></p>
  <p>${SAYS.in}</p>
  <pre tabindex="0"><code><del>${edit.line}</del></code></pre>
  <p>${SAYS.becomes}</p>
  <pre tabindex="0"><code><ins>${edit.becomes}</ins></code></pre>
  ${numberRow({ id, unit }, SAYS.prediction(label))}
  <label class="if-scripting" for="${of}-printed">${SAYS.printed}</label>
  <textarea class="if-scripting" id="${of}-printed" rows="6" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="${of}-help"></textarea>
  <p class="answer-help if-scripting" id="${of}-help">${SAYS.help}</p>
</div>`,
    };
  },
};
