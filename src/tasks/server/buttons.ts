/** The buttons of a question, as server HTML. */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';

/** The button that hands the answer in. */
export const submitButton = (label: string): Markup =>
  markup`<button type="submit" class="question-main" data-part="submit">${label}</button>`;

/** Any other button, by the name of what it does; `main` where it stands in place of the one above. */
export function button(does: string, label: string, is?: 'main' | 'hidden'): Markup {
  return markup`<button type="button"${is === 'main' && { markup: ' class="question-main"' }} data-does="${does}"${is === 'hidden' && { markup: ' hidden' }}>${label}</button>`;
}
