/** Shapes that tell lines apart where colour cannot, in the six colours of categories. */
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { part, type Part } from '../../../widgets/kit/draw/part.ts';
import { signAt } from '../../../widgets/kit/draw/symbols.ts';

export const specimen = (): Part =>
  part(
    240,
    28,
    svg`${[1, 2, 3, 4, 5, 6].map((sign, i) => svg`<path class="cat-${sign}" d="${signAt(sign, 14 + 40 * i, 14, 8)}"/>`)}`,
  );
