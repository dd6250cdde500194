/** Digits as strokes of a pen, on a grid of ten by ten: x to the right, y down, the middle at 5, 5. */
import { within } from '#kit/numbers';

/** A point on the grid. */
export type Point = readonly [x: number, y: number];
/** A stroke: a curve through its points, or a straight line where there are two. */
type Stroke = readonly Point[];

// prettier-ignore
/** The strokes of every digit that the page can write, by its name. */
const TEMPLATES: Readonly<Record<string, readonly Stroke[]>> = {
  '0': [[[5, 0], [2.6, 1.8], [2, 5], [2.6, 8.2], [5, 10], [7.4, 8.2], [8, 5], [7.4, 1.8], [5, 0]]],
  '1': [[[5, 0], [5, 10]]],
  '1-upstroke': [[[2.4, 3.4], [5.6, 0]], [[5.6, 0], [5.6, 10]]],
  '2': [[[2.2, 2.4], [3.2, 0.5], [5.2, 0], [7.4, 1], [7.4, 3.4], [5.4, 6.4], [2, 10]], [[2, 10], [8.2, 10]]],
  '3': [[[2.4, 0.8], [4.8, 0], [7.2, 1], [7.2, 3.4], [4.4, 4.6]], [[4.4, 4.6], [7.4, 5.8], [7.6, 8.4], [5.2, 10], [2.2, 9.2]]],
  '4': [[[2.8, 0], [2.2, 5.6]], [[2.2, 5.6], [7.8, 5.6]], [[7.2, 0], [6.6, 10]]],
  '5': [[[7.8, 0], [3.2, 0]], [[3.2, 0], [2.8, 4.4]], [[2.8, 4.4], [5.4, 3.9], [7.6, 5.6], [7.3, 8.6], [5, 10], [2.2, 9.2]]],
  '6': [[[6.4, 0], [3.8, 2.4], [2.4, 6], [2.8, 9], [5, 10], [7.4, 8.8], [7.2, 6.6], [5, 5.6], [2.6, 7.2]]],
  '7': [[[2, 0], [8, 0]], [[8, 0], [4.4, 10]]],
  '7-barred': [[[2, 0], [8, 0]], [[8, 0], [4.4, 10]], [[3.6, 5], [8.2, 5]]],
  '8': [[[7, 1.6], [5, 0], [2.9, 1.5], [3.4, 3.5], [5, 4.7], [7, 6.4], [7.2, 8.7], [5, 10], [2.8, 8.7], [3, 6.4], [5, 4.7], [6.6, 3.5], [7, 1.6]]],
  '9': [[[7.2, 2.4], [5.6, 0.2], [3, 0.7], [2.5, 3.2], [4.6, 4.8], [6.8, 3.6], [7.2, 2.4]], [[7.2, 2.2], [6.4, 10]]],
};

/** The strokes of a digit; throws where there is none of that name. */
export function strokesOf(name: string): readonly Stroke[] {
  const strokes = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (!strokes) throw new RangeError(`there is no digit called ${name}`);
  return strokes;
}

/** Straight pieces that a curve between two of its points is made of. */
const PIECES = 6;

/** A stroke as a line through many points: where there are more than two, a Catmull-Rom curve through them. */
export function linesOf(stroke: Stroke): readonly Point[] {
  if (stroke.length < 3) return stroke;
  const at = (i: number): Point => stroke[within(0, i, stroke.length - 1)] as Point;
  const points: Point[] = [at(0)];
  for (let i = 0; i + 1 < stroke.length; i += 1) {
    const four = [at(i - 1), at(i), at(i + 1), at(i + 2)] as const;
    for (let step = 1; step <= PIECES; step += 1) {
      const of = (axis: 0 | 1): number =>
        along(
          four.map((point) => point[axis]),
          step / PIECES,
        );
      points.push([of(0), of(1)]);
    }
  }
  return points;
}

/** The value a share `t` of the way from the second to the third of four. */
function along([a = 0, b = 0, c = 0, d = 0]: readonly number[], t: number): number {
  const [linear, square, cube] = [c - a, 2 * a - 5 * b + 4 * c - d, 3 * (b - c) + d - a];
  return b + (t * (linear + t * (square + t * cube))) / 2;
}
