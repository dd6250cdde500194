/** What the reader has drawn, as the network sees it. */
import { readBitmap } from '../../controls/bitmap/pure/bitmap.ts';
import { cutOut, inkBox } from '../../shared/digits/cut.ts';
import { SIDE } from '../../shared/digits/mnist14.ts';
import { PAD } from './sizes.ts';

/** MNIST's digits are 20 pixels long in a frame of 28. */
const FRAME = 28 / 20;

/**
 * A drawing as 196 values from 0 (paper) to 1 (ink), cut as MNIST cut its digits: proportions kept, the longer side 10 of 14 pixels, the
 * weight of the ink in the middle. Nothing where nothing is drawn.
 */
export function imageOf(drawing: string): number[] | undefined {
  const ink = Float64Array.from(readBitmap(PAD, drawing), (level) => level / (PAD.levels - 1));
  const box = inkBox({ width: PAD.columns, ink });
  if (!box) return undefined;
  let [all, across, down] = [0, 0, 0];
  ink.forEach((one, at) => {
    all += one;
    across += one * ((at % PAD.columns) + 0.5);
    down += one * (Math.floor(at / PAD.columns) + 0.5);
  });
  const half = (FRAME * Math.max(box.right - box.left, box.bottom - box.top)) / 2;
  const [x, y] = [across / all, down / all];
  const frame = { left: x - half, top: y - half, right: x + half, bottom: y + half };
  return cutOut({ width: PAD.columns, ink }, frame, SIDE);
}
