/** Options to pick from, as server HTML; on paper a circle or a box to tick. */
import type { Markup } from '../../../widgets/kit/draw/markup.ts';
import { block } from '../server/block.ts';
import type { TextMarkup } from '../server/markdown.ts';

/** The options of a question under their legend; of `many` several may be picked. A second list is a `group` of its own. */
export function optionsMarkup(
  question: string,
  options: readonly TextMarkup[],
  { legend, many = false, group }: { legend: string; many?: boolean; group?: string },
): Markup {
  const type = many ? 'checkbox' : 'radio';
  const name = ['question', question, group].filter(Boolean).join('-');
  const rows = options.map(
    ({ id, html }) => block`<label class="answer-option">
    <input type="${type}" name="${name}" value="${id}" autocomplete="off">
    <span>${html}</span>
  </label>`,
  );
  return block`<fieldset class="answer-options" aria-describedby="question-${question}-prompt">
  <legend>${legend}</legend>
  ${rows}
</fieldset>`;
}
