/** Another run behind the present one. */
import { svg, type Markup } from './markup.ts';
import type { GhostRun } from '../contract/widget.ts';

/** Marks of another run, behind those of the present one, in its look: faint, and on no paper. */
export function ghost(
  run: Pick<GhostRun, 'isPinned'>,
  other: (look: 'before' | 'pinned') => Markup,
): Markup {
  return svg`<g class="ghost" data-part="ghost">${other(run.isPinned ? 'pinned' : 'before')}</g>`;
}
