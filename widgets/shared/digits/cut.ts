/** Parts of pictures: where the ink is, and what is cut out and brought to a square of pixels. */

/** A picture, row by row: 0 is paper, 1 full ink. */
export interface Inked {
  readonly width: number;
  readonly ink: Float32Array | Float64Array;
}

/** Edges in pixels of the picture; right and bottom are just outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ink that is paler than this share does not widen the box around it; the packed sets were cut so. */
const FAINTEST = 32 / 255;

/** The smallest box that holds all ink; nothing where there is none. */
export function inkBox({ width, ink }: Inked): Box | undefined {
  const inked = [...ink.keys()].filter((at) => (ink[at] as number) >= FAINTEST);
  if (inked.length === 0) return undefined;
  const across = inked.map((at) => at % width);
  const down = inked.map((at) => Math.floor(at / width));
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return { left, top, right: Math.max(...across) + 1, bottom: Math.max(...down) + 1 };
}

/** The box on the way from one to another, by its share of that way. */
export function between(from: Box, to: Box, share: number): Box {
  const edge = (of: keyof Box): number => from[of] + share * (to[of] - from[of]);
  return { left: edge('left'), top: edge('top'), right: edge('right'), bottom: edge('bottom') };
}

/** The part of a picture inside a box as `side` x `side` means over each pixel's area; beyond the picture is paper. */
export function cutOut({ width, ink }: Inked, box: Box, side: number): number[] {
  const across = shares([box.left, box.right], width, side);
  const down = shares([box.top, box.bottom], ink.length / width, side);
  return Array.from({ length: side * side }, (_, pixel) => {
    let mean = 0;
    for (const [y, tall] of down[Math.floor(pixel / side)] ?? []) {
      for (const [x, wide] of across[pixel % side] ?? []) {
        mean += tall * wide * (ink[y * width + x] as number);
      }
    }
    return mean;
  });
}

/** For each of so many equal parts from one edge to the other: which lines of the picture are in it, and with what share of it. */
function shares(
  [from, to]: readonly [number, number],
  lines: number,
  parts: number,
): (readonly [line: number, share: number])[][] {
  const part = (to - from) / parts;
  return Array.from({ length: parts }, (_, i) => {
    const [start, end] = [from + i * part, from + (i + 1) * part];
    const found: [number, number][] = [];
    for (let line = Math.max(0, Math.floor(start)); line < Math.min(end, lines); line += 1) {
      found.push([line, (Math.min(end, line + 1) - Math.max(start, line)) / part]);
    }
    return found;
  });
}
