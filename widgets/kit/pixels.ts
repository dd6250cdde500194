/** Piles of small grey images as one picture: a PNG in a data address, stored without compression so that no code is needed for it. */

/** Ink of a full pixel in an image of a pile. */
const FULL = 16;
/** Sixteen colours fit half a byte: fifteen from paper to ink, and nothing. */
const SHADES = 15;
const NOTHING = 15;
// Tiles are of paper in both themes: ink on a page that turns dark would turn into a negative.
const PAPER = [246, 240, 226] as const;
const INK = [28, 25, 22] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Where an image of a pile is put, in pixels of the picture. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  /** `side` x `side` values from 0 (paper) to 16 (ink), row by row. */
  readonly pixels: readonly number[];
}

/** A picture of `width` x `height` pixels with the tiles in it and nothing between them, as a `data:` address. */
export function picture(
  width: number,
  height: number,
  side: number,
  tiles: readonly Tile[],
): string {
  const shades = new Uint8Array(width * height).fill(NOTHING);
  for (const tile of tiles) {
    tile.pixels.forEach((ink, at) => {
      const x = tile.x + (at % side);
      const y = tile.y + Math.floor(at / side);
      shades[y * width + x] = Math.round((ink / FULL) * (SHADES - 1));
    });
  }
  return `data:image/png;base64,${base64(png(width, height, shades))}`;
}

function png(width: number, height: number, shades: Uint8Array): number[] {
  const rowBytes = Math.ceil(width / 2);
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    rows.push(0);
    for (let i = 0; i < rowBytes; i += 1) {
      const left = shades[y * width + 2 * i] ?? 0;
      const right = 2 * i + 1 < width ? (shades[y * width + 2 * i + 1] ?? 0) : 0;
      rows.push(left * 16 + right);
    }
  }
  // Four bits a pixel, colours from a palette, no interlacing.
  const head = [...word(width), ...word(height), 4, 3, 0, 0, 0];
  const palette = Array.from({ length: 16 }, (_, i) => {
    const share = Math.min(1, i / (SHADES - 1));
    return PAPER.map((paper, c) => Math.round(paper + ((INK[c] ?? 0) - paper) * share));
  });
  const clear = Array.from({ length: 16 }, (_, i) => (i === NOTHING ? 0 : 255));
  return [
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...chunk('IHDR', head),
    ...chunk('PLTE', palette.flat()),
    ...chunk('tRNS', clear),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ];
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...name].map((letter) => letter.charCodeAt(0)).concat(data);
  return [...word(data.length), ...body, ...word(crc(body))];
}

/** A zlib stream of stored blocks. */
function stored(data: readonly number[]): number[] {
  const stream = [0x78, 0x01];
  for (let from = 0; from < data.length; from += 65535) {
    const block = data.slice(from, from + 65535);
    const last = from + 65535 >= data.length ? 1 : 0;
    const size = [block.length & 255, block.length >>> 8];
    stream.push(last, ...size, ...size.map((byte) => byte ^ 255), ...block);
  }
  return [...stream, ...word(adler(data))];
}

function adler(data: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc(data: readonly number[]): number {
  let rest = 0xffffffff;
  for (const byte of data) {
    rest ^= byte;
    for (let i = 0; i < 8; i += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const signs = [18, 12, 6, 0].map((shift) => LETTERS[(three >> shift) & 63] ?? '');
    const kept = Math.min(3, bytes.length - i) + 1;
    text += signs.slice(0, kept).join('').padEnd(4, '=');
  }
  return text;
}
