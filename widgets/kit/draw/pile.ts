/** Piles of small grey images, with a word under each. */
import { later, short, svg, type Markup } from './markup.ts';
import { part, type Part } from './part.ts';
import { picture } from './pixels.ts';

/** An image of a pile: its pixels from 0 (paper) to 16 (ink), and what is written under it. */
export interface PileImage {
  readonly pixels: readonly number[];
  readonly word?: string;
  /** Its word is red and waits for a prediction; so that colour is not all, a cross may stand before it. */
  readonly isWrong?: boolean;
}

/** An image with what it was taken for under it, if that is wrong. */
export function answered(pixels: readonly number[], label: number, answer: number): PileImage {
  const isWrong = answer !== label;
  return { pixels, word: isWrong ? String(answer) : '', isWrong };
}

/** How a pile lies: `rows` at most are shown, and keep their room where there are fewer. */
export interface PileLook {
  readonly width: number;
  readonly columns: number;
  readonly rows: number;
  /** Side of an image in pixels. */
  readonly side: number;
  /** A cross stands before what is wrong. */
  readonly crosses?: boolean;
  /** Every word is one character: a row of them costs one node. */
  readonly single?: boolean;
  /** All words wait for a prediction, right ones too. */
  readonly waits?: boolean;
}

/** Room for a word. */
const WORD = 19;
/** Images of one picture: a wide and a narrow drawing hold the same pictures, and the second costs a page next to nothing. */
const STRIP = 12;

interface Tiles {
  /** Side of a tile in units of the drawing: an image with a rim of paper, so that ink never touches a dark page. */
  readonly tile: number;
  /** From one tile to the next: a pixel of air between them. */
  readonly step: number;
  /** From one row to the next, with the words below it. */
  readonly down: number;
}

/** Where the images of a pile lie, also for a hand that presses them. */
export function tilesOf({ width, columns, side }: PileLook): Tiles {
  const pixel = width / (columns * (side + 3) - 1);
  const tile = (side + 2) * pixel;
  return { tile, step: (side + 3) * pixel, down: tile + WORD };
}

/** A pile with its words. */
export function pile(images: readonly PileImage[], look: PileLook): Part {
  const { columns, rows, width } = look;
  const tiles = tilesOf(look);
  const { down } = tiles;
  const shown = inRows(images.slice(0, columns * rows), columns);
  const body = shown.map(
    (row, i) =>
      svg`<g${i > 0 && svg` transform="translate(0 ${i * down})"`}>${strips(row, look.side, tiles)}${wordsOf(row, look, tiles)}</g>`,
  );
  return part(width, rows * down, svg`${body}`);
}

/** A pile without its words; crosses stay. */
export function bare(images: readonly PileImage[], look: PileLook): Part {
  return pile(
    images.map(({ pixels, isWrong = false }) => ({ pixels, isWrong })),
    look,
  );
}

function inRows<One>(list: readonly One[], columns: number): (readonly One[])[] {
  const count = Math.ceil(list.length / columns);
  return Array.from({ length: count }, (_, i) => list.slice(i * columns, (i + 1) * columns));
}

/** Pictures of twelve images each. */
function strips(row: readonly PileImage[], side: number, { tile, step }: Tiles): Markup {
  return svg`${inRows(row, STRIP).map((part, i) => {
    const count = part.length;
    const placed = part.map(({ pixels }, k) => ({
      x: k * (side + 3),
      y: 0,
      pixels: rimmed(pixels, side),
    }));
    const href = picture(count * (side + 3) - 1, side + 2, side + 2, placed);
    return svg`<image x="${i * STRIP * step}" width="${(count - 1) * step + tile}" height="${tile}" image-rendering="pixelated" href="${href}"/>`;
  })}`;
}

/** One text for each look: words stand at their columns, and a row costs two nodes instead of one for each image. */
function wordsOf(row: readonly PileImage[], look: PileLook, { tile, step }: Tiles): Markup {
  const { crosses, waits } = look;
  const y = tile + 13;
  const texts = (isWrong: boolean): Markup | false => {
    const words = row.flatMap(({ word, isWrong: own = false }, i) =>
      word && own === isWrong
        ? [{ word, x: i * step + tile / 2 + (isWrong && crosses ? 6 : 0) }]
        : [],
    );
    return words.length > 0 && written(words, look, isWrong ? 'wrong' : 'soft', y);
  };
  const wrong = row.flatMap(({ isWrong }, i) =>
    crosses && isWrong ? [`M${short(i * step + tile / 2 - 10)} ${short(y - 8)}l7 7m0 -7l-7 7`] : [],
  );
  const cross = wrong.length > 0 && svg`<path class="wrong-line" d="${wrong}"/>`;
  const [right, after] = [texts(false), texts(true)];
  const late = waits ? [right, cross, after] : [cross, after];
  return svg`${!waits && right}${late.some((one) => one) && later(svg`${late}`)}`;
}

function written(
  words: readonly { readonly word: string; readonly x: number }[],
  { single }: PileLook,
  look: string,
  y: number,
): Markup {
  const text = svg` class="${look}" y="${y}" text-anchor="middle"`;
  return single
    ? svg`<text${text} x="${words.map(({ x }) => short(x)).join(' ')}">${words.map(({ word }) => word)}</text>`
    : svg`<text${text}>${words.map(({ word, x }) => svg`<tspan x="${x}">${word}</tspan>`)}</text>`;
}

function rimmed(pixels: readonly number[], side: number): number[] {
  const tile = side + 2;
  const framed = new Array<number>(tile * tile).fill(0);
  pixels.forEach((ink, at) => {
    framed[(1 + Math.floor(at / side)) * tile + 1 + (at % side)] = ink;
  });
  return framed;
}
