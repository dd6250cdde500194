/** What the build knows of code. */
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import { block, button } from '../../server/block.ts';
import type { CodeItem, CodeItemKey } from './item.ts';
import type { ItemKind } from '../../sets/contract.ts';
import { proveCode, shownIn } from './prove.ts';
import { LONGEST_CODE, withValues } from './pure/cases.ts';
import type { CodeSource } from './schema.ts';
import { CODE_KEY, EDITOR } from '#words/src/tasks/kinds/code/pure/words';

/** The least and the most lines of the editor. */
const [LEAST, MOST] = [8, 24];

/** Longer than any in a program. */
const FENCE = '`'.repeat(8);

/** A function is written, and run on cases. */
export const ITEM: ItemKind<CodeSource, CodeItem, CodeItemKey> = {
  by: 'answer',
  programs: ({ start, solve, given, shown, hidden, wrong }) => [
    ...[start, solve, given, ...shown],
    ...hidden.map(({ call }) => call),
    ...wrong.map(({ code }) => code),
  ],
  prove: (source, variants) => proveCode(source, variants),
  facts(source, _place, variants) {
    return {
      kind: 'code',
      entry: source.function,
      shown: shownIn(source, variants),
      hidden: source.hidden.reduce((sum, { times }) => sum + times, 0),
      near: source.tolerance,
    };
  },
  field({ id, start, function: name }, { shown, hidden }) {
    const of = `question-${id}`;
    const rows = Math.min(MOST, Math.max(LEAST, start.trimEnd().split('\n').length + 3));
    const cases = shown.map(({ call, gives }, i) => {
      const result = typeof gives === 'string' ? gives : '';
      return block`<li data-case="${i}">
    <code data-text="${call}">${call}</code> ${EDITOR.should} <code data-part="gives">${result}</code>
    <span class="code-now" data-part="now">${EDITOR.case.notYet}</span>
  </li>`;
    });
    return block`<div class="code">
  <label for="${of}-code">${EDITOR.label(name)}</label>
  <div class="code-editor">
    <span class="code-lines" aria-hidden="true" data-part="lines"></span>
    <textarea id="${of}-code" name="code" rows="${rows}" maxlength="${LONGEST_CODE}" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="${of}-prompt ${of}-language">${markup`\n${start.trimEnd()}\n`}</textarea>
  </div>
  <p class="answer-help" id="${of}-language">${EDITOR.language} ${EDITOR.keys}</p>
  <p class="code-title" id="${of}-cases">${EDITOR.cases}</p>
  <ul class="code-cases" aria-labelledby="${of}-cases">${cases}</ul>
  <p class="answer-help">${EDITOR.hidden(hidden)}</p>
  <div data-part="printed" role="group" aria-label="${EDITOR.printed}" hidden>
    <p class="code-title" aria-hidden="true">${EDITOR.printed}</p>
    <pre tabindex="0"></pre>
  </div>
  <details class="fold">
    <summary>${EDITOR.what}</summary>
    <p>${EDITOR.here}</p>
  </details>
</div>`;
  },
  button: () => markup`${button('cases', EDITOR.run, 'main')} ${button('restore', EDITOR.restore)}`,
  known: ({ wrong }) => wrong,
  right: () => CODE_KEY.right,
  inKey({ solve, hidden, given }, values) {
    const calls = hidden.map(({ call, times }) => CODE_KEY.call(withValues(call, values), times));
    const code = [solve, given].filter((text) => text.trim() !== '');
    const fenced = code.map((text) => {
      const lines = [`${FENCE}js`, withValues(text, values).trimEnd(), FENCE];
      return lines.join('\n');
    });
    return [...fenced, calls.join('\n')].join('\n\n');
  },
};
