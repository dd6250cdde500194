/** What the build knows of work outside the book. */
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import { block, button, submitButton } from '../../server/block.ts';
import type { OutsideItem, OutsideItemKey } from './item.ts';
import { LONGEST_CODE, withValues } from '../code/pure/cases.ts';
import type { ItemKind } from '../../sets/contract.ts';
import { proveOutside } from './prove.ts';
import type { OutsideSource } from './schema.ts';
import { OUTSIDE_PAGE } from '#words/src/tasks/kinds/outside/pure/words';
import { ITEMS } from '#words/src/tasks/sets/page/words';

/** Longer than any in a program. */
const FENCE = '`'.repeat(8);

/** Data are taken away; numbers and a script come back. */
export const ITEM: ItemKind<OutsideSource, OutsideItem, OutsideItemKey> = {
  by: 'answer',
  programs: ({ data, solve, wrong }) => [data.rows, solve, ...wrong.map(({ code }) => code)],
  prove: (source, variants) => proveOutside(source, variants),
  facts: ({ data, asks }) => ({
    kind: 'outside',
    data,
    asks: asks.map(({ id, label, unit }) => ({ id, label, unit })),
  }),
  field({ id, asks, data }) {
    const of = `question-${id}`;
    const rows = asks.map((ask) => {
      const own = `${of}-${ask.id}`;
      return block`<p class="answer-row">
    <label for="${own}">${ask.label}</label>
    <input type="text" inputmode="decimal" id="${own}" data-ask="${ask.id}" autocomplete="off" spellcheck="false" aria-describedby="${of}-prompt${ask.unit ? ` ${own}-unit` : ''}">
    ${ask.unit && markup`<span id="${own}-unit">${ask.unit}</span>`}
  </p>`;
    });
    return block`<div class="code">
  <p class="question-actions if-scripting">${button('data', OUTSIDE_PAGE.get)}</p>
  <p class="answer-help">${OUTSIDE_PAGE.about(data.columns)} ${OUTSIDE_PAGE.python(`${data.file}-….csv`)}</p>
  <fieldset class="answer-numbers">
    <legend>${OUTSIDE_PAGE.numbers}</legend>
    ${rows}
  </fieldset>
  <label for="${of}-script">${OUTSIDE_PAGE.script}</label>
  <div class="code-editor">
    <span class="code-lines" aria-hidden="true" data-part="lines"></span>
    <textarea id="${of}-script" name="script" rows="8" maxlength="${LONGEST_CODE}" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="${of}-help"></textarea>
  </div>
  <p class="answer-help" id="${of}-help">${OUTSIDE_PAGE.scriptHelp}</p>
</div>`;
  },
  button: () => submitButton(ITEMS.save),
  known: ({ wrong }) => wrong,
  inKey({ solve, rubric }, values) {
    const lines = [`${FENCE}js`, withValues(solve, values).trimEnd(), FENCE];
    const points = rubric.map(({ text, points: own }) => `- ${text} (${own})`);
    return [lines.join('\n'), points.join('\n')].join('\n\n');
  },
  right: ({ answers }, seed) =>
    Object.entries(answers[seed]?.right ?? {})
      .map(([id, value]) => `${id} ${Number(value.toPrecision(6))}`)
      .join(', '),
};
