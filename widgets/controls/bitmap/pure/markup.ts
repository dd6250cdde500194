/** The picture of an image: a path for each level of grey, so that a page has room for it and every theme its ink. */
import { markup, short, svg, type Markup } from '../../../kit/draw/markup.ts';
import type { ControlKind } from '../../kind.ts';
import {
  bitmapInWords,
  readBitmap,
  writeBitmap,
  type BitmapParam,
  type BitmapShape,
} from './bitmap.ts';
import { between, touched, type Cell } from './brush.ts';

/** Strokes of an image by chance. */
const STROKES = 3;

/** What the build draws, and how proofs draw by chance: a few strokes of the same brush. */
export const BITMAP: ControlKind<BitmapParam> = {
  markup: ({ surface: { shape } }, value) => {
    const { columns, rows } = shape;
    const words = bitmapInWords(shape, value);
    return markup`<svg class="bitmap-pad" viewBox="0 0 ${columns} ${rows}" role="img" aria-label="${words}">${inkOf(shape, readBitmap(shape, value))}</svg><p class="surface-foot"><span data-part="said">${words}</span></p>`;
  },
  random: ({ surface: { shape } }, random) => {
    const cell = (): Cell => ({ x: random.whole(shape.columns), y: random.whole(shape.rows) });
    let image: Uint8Array = new Uint8Array(shape.columns * shape.rows);
    for (let stroke = 0; stroke < STROKES; stroke += 1) {
      for (const at of between(cell(), cell())) image = touched(shape, image, at, false);
    }
    return writeBitmap(image);
  },
};

/** The inked cells of an image, level by level. */
export function inkOf({ columns, rows, levels }: BitmapShape, image: Uint8Array): Markup {
  const paths = Array.from({ length: levels }, () => '');
  for (let row = 0; row < rows; row += 1) {
    for (let from = 0; from < columns;) {
      const level = image[row * columns + from] ?? 0;
      let to = from + 1;
      while (to < columns && image[row * columns + to] === level) to += 1;
      if (level > 0) paths[level] += `M${from} ${row}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  const inked = paths
    .map((d, level) => ({ d, share: level / (levels - 1) }))
    .filter(({ d }) => d !== '');
  return svg`${inked.map(({ d, share }) => svg`<path fill-opacity="${short(share)}" d="${d}"/>`)}`;
}
