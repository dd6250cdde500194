/** What was written as the model sees it: the ink on a fine canvas, and the part of it that is cut out as 8 x 8 greys. */
import { readBitmap } from '../../controls/bitmap/pure/bitmap.ts';
import { FULL_INK, SIDE } from './outcome.ts';
import { PAD, type OwnDigitSettings } from './params.ts';
import { linesOf, strokesOf, type Point } from './templates.ts';

/** Points of the canvas to a pixel, across and down. */
const FINE = 6;
/** The canvas is three times as wide as the image, so that nothing is lost of a digit that leans or is widened. */
const CANVAS = { width: 3 * SIDE * FINE, height: SIDE * FINE };
/** Ink that is paler than this share does not widen the box around it; the packed sets were cut so. */
const FAINTEST = 32 / 255;

/** How much ink there is at a place, 0 to 1; a pixel is 1 wide. */
type Ink = (x: number, y: number) => number;

/** Edges in points of the canvas; right and bottom are just outside. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The 64 greys that the model reads, row by row from 0 (paper) to 16 (ink). */
export function imageOf(settings: OwnDigitSettings): number[] {
  const ink = settings.drawing === '' ? inkOfTemplate(settings) : inkOfDrawing(settings.drawing);
  const canvas = canvasOf(leaned(ink, settings));
  const box = boxOf(canvas, settings.cut);
  const shift = (settings.shift * (box.right - box.left)) / SIDE;
  return cut(canvas, { ...box, left: box.left - shift, right: box.right - shift });
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
  const t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const along = Math.min(1, Math.max(0, t));
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
function canvasOf(ink: Ink): Float64Array {
  const { width, height } = CANVAS;
  return Float64Array.from({ length: width * height }, (_, at) =>
    ink(((at % width) + 0.5) / FINE - SIDE, (Math.floor(at / width) + 0.5) / FINE),
  );
}

/**
 * What is cut out: the pad as it is; the box around the ink, to be stretched; or, as MNIST did, a square as large as the box's
 * longer side about the ink's centre of mass.
 */
function boxOf(canvas: Float64Array, way: string): Box {
  const pad = { left: SIDE * FINE, top: 0, right: 2 * SIDE * FINE, bottom: SIDE * FINE };
  const box = inkBox(canvas);
  if (way === 'none' || !box) return pad;
  if (way === 'stretched') return box;
  const { width } = CANVAS;
  let [all, across, down] = [0, 0, 0];
  canvas.forEach((ink, at) => {
    all += ink;
    across += ink * ((at % width) + 0.5);
    down += ink * (Math.floor(at / width) + 0.5);
  });
  const half = Math.max(box.right - box.left, box.bottom - box.top) / 2;
  const [x, y] = [across / all, down / all];
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/** The smallest box that holds all ink; nothing where there is none. */
function inkBox(canvas: Float64Array): Box | undefined {
  const inked = [...canvas.keys()].filter((at) => (canvas[at] as number) >= FAINTEST);
  if (inked.length === 0) return undefined;
  const across = inked.map((at) => at % CANVAS.width);
  const down = inked.map((at) => Math.floor(at / CANVAS.width));
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return { left, top, right: Math.max(...across) + 1, bottom: Math.max(...down) + 1 };
}

/** The part of the canvas inside a box, brought to 8 x 8 by the mean over each pixel's area; beyond the canvas is paper. */
function cut(canvas: Float64Array, box: Box): number[] {
  const across = shares(box.left, box.right, CANVAS.width);
  const down = shares(box.top, box.bottom, CANVAS.height);
  return Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    let ink = 0;
    for (const [y, tall] of down[Math.floor(pixel / SIDE)] ?? []) {
      for (const [x, wide] of across[pixel % SIDE] ?? []) {
        ink += tall * wide * (canvas[y * CANVAS.width + x] as number);
      }
    }
    return Math.round(FULL_INK * ink);
  });
}

/** For each of eight equal parts from one edge to the other: which lines of the canvas are in it, and with what share of it. */
function shares(from: number, to: number, lines: number): (readonly [number, number])[][] {
  const part = (to - from) / SIDE;
  return Array.from({ length: SIDE }, (_, i) => {
    const [start, end] = [from + i * part, from + (i + 1) * part];
    const found: [number, number][] = [];
    for (let line = Math.max(0, Math.floor(start)); line < Math.min(end, lines); line += 1) {
      found.push([line, (Math.min(end, line + 1) - Math.max(start, line)) / part]);
    }
    return found;
  });
}
