/** Shifts: what becomes of a picture, who still arrives, and what a digit then means. A share of 0 changes nothing. */
import { within } from '#kit/numbers';
import { PIXELS, SIDE } from '../../shared/digits/eight.ts';
import type { Shift } from './params.ts';

/** What a picture is moved by at most, in pixels. */
export const FARTHEST = 4;
const MIDDLE = (SIDE - 1) / 2;

/** One picture: 64 values from 0, paper, to 1, ink. */
type Picture = ArrayLike<number>;

/** Whether a shift changes pictures at all. */
export function isOfPictures(shift: Shift): boolean {
  return shift !== 'arrivals' && shift !== 'labels';
}

/** What becomes of a picture; `noise` is a standard normal for each pixel. */
type Change = (picture: Picture, noise: Picture) => number[];

/** The change that a shift by a share of the most there is makes to each picture. */
export function changeOf(shift: Shift, share: number): Change {
  switch (shift) {
    case 'turn': {
      const [cos, sin] = turnOf(share);
      return takenFrom((x, y) => {
        const [right, down] = [x - MIDDLE, y - MIDDLE];
        return [MIDDLE + cos * right + sin * down, MIDDLE - sin * right + cos * down];
      });
    }
    case 'move':
      return takenFrom((x, y) => [x - FARTHEST * share, y]);
    case 'invert':
      return (picture) => Array.from(picture, (ink) => ink + share * (1 - 2 * ink));
    case 'noise':
      return (picture, noise) =>
        Array.from(picture, (ink, at) => within(0, ink + share * (noise[at] as number), 1));
    case 'dim':
      return (picture) => Array.from(picture, (ink) => ink * (1 - share));
    default:
      return (picture) => Array.from(picture);
  }
}

/** Cosine and sine of a share of half a turn; whole quarters are whole numbers, so that their pixels are only put elsewhere. */
function turnOf(share: number): readonly [number, number] {
  const angle = Math.PI * share;
  return Number.isInteger(2 * share)
    ? [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
    : [Math.cos(angle), Math.sin(angle)];
}

/**
 * Takes the ink of each pixel from another place, which may lie between pixels: then from the four around it. Beyond the
 * picture is paper. The places are the same for all pictures.
 */
function takenFrom(placeOf: (x: number, y: number) => readonly [x: number, y: number]): Change {
  const places = Array.from({ length: PIXELS }, (_, at) => {
    const [x, y] = placeOf(at % SIDE, Math.floor(at / SIDE));
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const row = (one: number): readonly number[] => [pixelAt(left, one), pixelAt(left + 1, one)];
    return { upper: row(top), lower: row(top + 1), right: x - left, down: y - top };
  });
  return (picture) => {
    const between = ([left, next]: readonly number[], right: number): number =>
      (picture[left as number] ?? 0) * (1 - right) + (picture[next as number] ?? 0) * right;
    return places.map(
      ({ upper, lower, right, down }) =>
        between(upper, right) * (1 - down) + between(lower, right) * down,
    );
  };
}

/** Where a pixel lies among those of a picture; -1, where none is, beyond it. */
function pixelAt(x: number, y: number): number {
  return x < 0 || x >= SIDE || y < 0 || y >= SIDE ? -1 : y * SIDE + x;
}

/** Whether a digit still arrives; `chance` is its own number between 0 and 1, so who stays away at 40 % does at 50 %. */
export function arrives(shift: Shift, share: number, label: number, chance: number): boolean {
  return shift !== 'arrivals' || label === 0 || label === 6 || chance >= share;
}

/** What a digit means now. */
export function meaning(shift: Shift, share: number, label: number, chance: number): number {
  const isSwapped = shift === 'labels' && chance < share;
  return isSwapped && (label === 1 || label === 7) ? 8 - label : label;
}
