/** A template for HTML of several lines. */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';

type Piece = Parameters<typeof markup>[1];

/** `markup` in which a line break, with the spaces after it, is nothing, as in JSX: pages carry no white space that nobody sees. */
export function block(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const tight = strings.map((text) => text.replace(/\n\s*/g, ''));
  return markup(Object.assign(tight, { raw: tight }), ...pieces);
}

/** The button that hands the answer in. */
export const submitButton = (label: string): Markup =>
  markup`<button type="submit" class="question-main" data-part="submit">${label}</button>`;

/** Any other button, by the name of what it does; `main` where it stands in place of the one above. */
export function button(does: string, label: string, is?: 'main' | 'hidden'): Markup {
  return markup`<button type="button"${is === 'main' && { markup: ' class="question-main"' }} data-does="${does}"${is === 'hidden' && { markup: ' hidden' }}>${label}</button>`;
}

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
