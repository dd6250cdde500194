/** What was written as the model sees it: the ink on a fine canvas, and the part of it that is cut out as 8 x 8 greys. */
import { readBitmap } from '../../controls/bitmap/pure/bitmap.ts';
import { within } from '#kit/numbers';
import { cutOut, inkBox, type Box, type Inked } from '../../shared/digits/cut.ts';
import { FULL_INK, SIDE } from './outcome.ts';
import { PAD, type OwnDigitSettings } from './params.ts';
import { linesOf, strokesOf, type Point } from './templates.ts';

/** Points of the canvas to a pixel, across and down. */
const FINE = 6;
/** The canvas is three times as wide as the image, so that nothing is lost of a digit that leans or is widened. */
const CANVAS = { width: 3 * SIDE * FINE, height: SIDE * FINE };

/** How much ink there is at a place, 0 to 1; a pixel is 1 wide. */
type Ink = (x: number, y: number) => number;

/** The 64 greys that the model reads, row by row from 0 (paper) to 16 (ink). */
export function imageOf(settings: OwnDigitSettings): number[] {
  const ink = settings.drawing === '' ? inkOfTemplate(settings) : inkOfDrawing(settings.drawing);
  const canvas = canvasOf(leaned(ink, settings));
  const box = boxOf(canvas, settings.cut);
  const shift = (settings.shift * (box.right - box.left)) / SIDE;
  const moved = { ...box, left: box.left - shift, right: box.right - shift };
  return cutOut(canvas, moved, SIDE).map((ink) => Math.round(FULL_INK * ink));
}

/** The pen's ink: full within half its thickness of a stroke. The digit is as high as the image. */
function inkOfTemplate({ digit, thickness }: OwnDigitSettings): Ink {
  const unit = (SIDE - thickness) / 10;
  const place = ([x, y]: Point): Point => [SIDE / 2 + (x - 5) * unit, SIDE / 2 + (y - 5) * unit];
  const pieces = strokesOf(digit).flatMap((stroke) => {
    const points = linesOf(stroke).map(place);
    return points.slice(1).map((to, i) => [points[i] as Point, to] as const);
  });
  const reach = (thickness / 2) ** 2;
  return (x, y) => Number(pieces.some(([from, to]) => squared([x, y], from, to) <= reach));
}

/** The square of the distance of a place from a straight piece. */
function squared([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = within(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 1);
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}

function inkOfDrawing(drawing: string): Ink {
  const levels = readBitmap(PAD, drawing);
  const { columns, rows } = PAD;
  return (x, y) => {
    const [column, row] = [Math.floor((x * columns) / SIDE), Math.floor((y * rows) / SIDE)];
    if (column < 0 || column >= columns) return 0;
    return (levels[row * columns + column] as number) / (PAD.levels - 1);
  };
}

/** The same ink leaned, then widened, both about the middle. */
function leaned(ink: Ink, { slant, width }: OwnDigitSettings): Ink {
  const middle = SIDE / 2;
  return (x, y) => ink((x - middle) / width + middle - (slant * (middle - y)) / SIDE, y);
}

/** The ink in the middle of each point of the canvas. */
function canvasOf(ink: Ink): Inked {
  const { width, height } = CANVAS;
  const points = Float64Array.from({ length: width * height }, (_, at) =>
    ink(((at % width) + 0.5) / FINE - SIDE, (Math.floor(at / width) + 0.5) / FINE),
  );
  return { width, ink: points };
}

/**
 * What is cut out: the pad as it is; the box around the ink, to be stretched; or, as MNIST did, a square as large as the box's
 * longer side about the ink's centre of mass.
 */
function boxOf(canvas: Inked, way: string): Box {
  const pad = { left: SIDE * FINE, top: 0, right: 2 * SIDE * FINE, bottom: SIDE * FINE };
  const box = inkBox(canvas);
  if (way === 'none' || !box) return pad;
  if (way === 'stretched') return box;
  const { width } = canvas;
  let [all, across, down] = [0, 0, 0];
  canvas.ink.forEach((ink, at) => {
    all += ink;
    across += ink * ((at % width) + 0.5);
    down += ink * (Math.floor(at / width) + 0.5);
  });
  const half = Math.max(box.right - box.left, box.bottom - box.top) / 2;
  const [x, y] = [across / all, down / all];
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}
