/** Another run behind the present one. */
import { svg, type Markup } from './markup.ts';

/** Marks of a run to compare with: faint, and on no paper. */
export function ghost(marks: Markup): Markup {
  return svg`<g class="ghost" data-part="ghost">${marks}</g>`;
}
