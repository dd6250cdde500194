/** Small shapes that tell lines apart where colour cannot. */
import { short } from './markup.ts';

/** The path of a sign around a place: 1 square, 2 triangle, 3 diamond, 4 triangle on its tip, 5 cross, which is a line; else a disc. */
export function signAt(sign: number | undefined, x: number, y: number, size = 3.6): string {
  const to = (dx: number, dy: number): string => `${short(x + dx * size)} ${short(y + dy * size)}`;
  const shape = (...corners: readonly (readonly [number, number])[]): string =>
    `M${corners.map(([dx, dy]) => to(dx, dy)).join('L')}Z`;
  if (sign === 1) return shape([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
  if (sign === 2) return shape([0, -1.2], [1.1, 0.9], [-1.1, 0.9]);
  if (sign === 3) return shape([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]);
  if (sign === 4) return shape([0, 1.2], [1.1, -0.9], [-1.1, -0.9]);
  if (sign === 5) return `M${to(-1, -1)}L${to(1, 1)}M${to(1, -1)}L${to(-1, 1)}`;
  const r = short(size * 0.95);
  return `M${to(-0.95, 0)}a${r} ${r} 0 1 0 ${short(size * 1.9)} 0a${r} ${r} 0 1 0 ${short(size * -1.9)} 0Z`;
}
