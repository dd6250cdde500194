/** Options to pick from, as server HTML; on paper a circle or a box to tick. */
import type { Markup } from '../../../widgets/kit/draw/markup.ts';
import { block } from '../server/block.ts';
import type { TextMarkup } from '../server/markdown.ts';

/** The options of a question under their legend; of `many` several may be picked. */
export function optionsMarkup(
  question: string,
  options: readonly TextMarkup[],
  { legend, many = false }: { readonly legend: string; readonly many?: boolean },
): Markup {
  const type = many ? 'checkbox' : 'radio';
  const rows = options.map(
    ({ id, html }) => block`<label class="answer-option">
    <input type="${type}" name="question-${question}" value="${id}" autocomplete="off">
    <span>${html}</span>
  </label>`,
  );
  return block`<fieldset class="answer-options" aria-describedby="question-${question}-prompt">
  <legend>${legend}</legend>
  ${rows}
</fieldset>`;
}
