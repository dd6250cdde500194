/** A field for a typed number, as server HTML. */
import { block } from './block.ts';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';

/** A field with its label, and its unit beside it; `question` where its own id is another than the question's. */
export function numberRow(
  { id: own, unit }: { readonly id: string; readonly unit?: string | undefined },
  label: string,
  question = own,
): Markup {
  const id = `question-${own}-answer`;
  const described = `question-${question}-prompt${unit ? ` ${id}-unit` : ''}`;
  return block`<p class="answer-row">
  <label for="${id}">${label}</label>
  <input type="text" inputmode="decimal" id="${id}" name="answer" autocomplete="off" spellcheck="false" aria-describedby="${described}">
  ${unit && markup`<span id="${id}-unit">${unit}</span>`}
</p>`;
}
