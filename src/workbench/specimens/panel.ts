/** A part under its title and note. */
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { panel } from '../../../widgets/kit/draw/panel.ts';
import { part, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part => {
  const width = WIDTH[layout];
  const drawn = part(width, 40, svg`<path class="band" d="M0 0H${width}V40H0Z"/>`);
  const words = { title: 'The title of a panel', note: 'A note below it', aside: 'and an aside' };
  return panel(words, drawn);
};
