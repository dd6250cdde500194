/** A field for a typed number, as server HTML. */
import { block } from './block.ts';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';

/** The field of a question with its label, and its unit beside it. */
export function numberRow(
  { id: question, unit }: { readonly id: string; readonly unit?: string | undefined },
  label: string,
): Markup {
  const id = `question-${question}-answer`;
  const described = `question-${question}-prompt${unit ? ` ${id}-unit` : ''}`;
  return block`<p class="answer-row">
  <label for="${id}">${label}</label>
  <input type="text" inputmode="decimal" id="${id}" name="answer" autocomplete="off" spellcheck="false" aria-describedby="${described}">
  ${unit && markup`<span id="${id}-unit">${unit}</span>`}
</p>`;
}
