/** A row of small images as one picture, with a rim of paper round each, so that ink never touches a dark page. */
import { svg, type Markup } from './markup.ts';
import { picture } from './pixels.ts';

/** Where the images of a pile lie; lengths in units of the drawing. */
export interface Pile {
  readonly x: number;
  readonly y: number;
  /** Of all columns. */
  readonly width: number;
  readonly columns: number;
  /** Side of an image in pixels, without its rim. */
  readonly side: number;
}

/** Side of a tile, rim included, in pixels of the picture. */
function tileOf({ side }: Pile): number {
  return side + 2;
}

/** Units of the drawing in one pixel: tiles have a pixel of air between them. */
export function pixelOf(pile: Pile): number {
  return pile.width / (pile.columns * (tileOf(pile) + 1) - 1);
}

/** Side of a tile in units of the drawing. */
export function tileSide(pile: Pile): number {
  return tileOf(pile) * pixelOf(pile);
}

/** Left edge of a column. */
export function columnAt(pile: Pile, column: number): number {
  return pile.x + column * (tileOf(pile) + 1) * pixelOf(pile);
}

/** One row at height `y`; each image is side x side values from 0 (paper) to 16 (ink). A picture a row: what lies between rows would be nothing, at a quarter of the bytes. */
export function strip(pile: Pile, row: readonly (readonly number[])[], y: number): Markup {
  const tile = tileOf(pile);
  const tiles = row.map((pixels, i) => ({
    x: i * (tile + 1),
    y: 0,
    pixels: rimmed(pixels, pile.side),
  }));
  const href = picture(pile.columns * (tile + 1) - 1, tile, tile, tiles);
  return svg`<image x="${pile.x}" y="${y}" width="${pile.width}" height="${tileSide(pile)}" image-rendering="pixelated" href="${href}"/>`;
}

function rimmed(pixels: readonly number[], side: number): number[] {
  const tile = side + 2;
  const framed = new Array<number>(tile * tile).fill(0);
  pixels.forEach((ink, at) => {
    framed[(1 + Math.floor(at / side)) * tile + 1 + (at % side)] = ink;
  });
  return framed;
}
