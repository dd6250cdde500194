/** A digit drawn large, in the frame in which it is stored. */
import type { Part } from '#kit/draw';
import { bare, part, svg } from '#kit/draw';

/** Side of an image in pixels; a rim of paper, a pixel wide, goes round the frame. */
const SIDE = 8;

/** An image of 8 x 8 values from 0 (paper) to 16 (ink), so many units across and down. */
export function largeDigit(pixels: readonly number[], width: number): Part {
  const { body } = bare([{ pixels }], { width, columns: 1, rows: 1, side: SIDE });
  const pixel = width / (SIDE + 2);
  const side = SIDE * pixel;
  const frame = svg`<path class="hair" d="M${pixel} ${pixel}h${side}v${side}h${-side}z"/>`;
  return part(width, width, svg`${body}${frame}`);
}
