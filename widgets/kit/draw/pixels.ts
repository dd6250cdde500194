/** Piles of small grey images as one picture: a PNG in a data address, stored without compression so that no code is needed for it. */

/** Ink of a full pixel in an image of a pile. */
const FULL = 16;
/** Sixteen colours fit half a byte: fifteen from paper to ink, and nothing. */
const SHADES = 15;
const NOTHING = 15;
/** What a stored block holds at most. */
const BLOCK = 65535;
// Tiles are of paper in both themes: ink on a page that turns dark would turn into a negative.
const PAPER = [246, 240, 226] as const;
const INK = [28, 25, 22] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Where an image of a pile is put, in pixels of the picture. */
interface Tile {
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

/** Bytes of a file, written one after the other. Drawing waits for this code, cold as it is: no arrays of arrays. */
class Bytes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }
  put(...values: readonly number[]): void {
    for (const value of values) this.#bytes[this.#at++] = value;
  }
  word(value: number): void {
    this.put(value >>> 24, value >>> 16, value >>> 8, value);
  }
  all(values: Uint8Array): void {
    this.#bytes.set(values, this.#at);
    this.#at += values.length;
  }
  /** A chunk: its length, its name, its data, their checksum. */
  chunk(name: string, data: Uint8Array): void {
    this.word(data.length);
    const from = this.#at;
    for (let i = 0; i < name.length; i += 1) this.put(name.charCodeAt(i));
    this.all(data);
    this.word(crc(this.#bytes.subarray(from, this.#at)));
  }
}

function png(width: number, height: number, shades: Uint8Array): Uint8Array {
  const pixels = stored(rows(width, height, shades));
  const file = new Bytes(pixels.length + 200);
  file.put(137, 80, 78, 71, 13, 10, 26, 10);
  const head = new Bytes(13);
  head.word(width);
  head.word(height);
  // Four bits a pixel, colours from a palette, no interlacing.
  head.put(4, 3, 0, 0, 0);
  file.chunk('IHDR', head.written);
  file.chunk('PLTE', palette());
  file.chunk(
    'tRNS',
    Uint8Array.from({ length: 16 }, (_, i) => (i === NOTHING ? 0 : 255)),
  );
  file.chunk('IDAT', pixels);
  file.chunk('IEND', new Uint8Array());
  return file.written;
}

/** Two pixels a byte; each row begins with its filter: none. */
function rows(width: number, height: number, shades: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(height * (1 + Math.ceil(width / 2)));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 2) {
      const left = shades[y * width + x] ?? 0;
      const right = x + 1 < width ? (shades[y * width + x + 1] ?? 0) : 0;
      bytes[at++] = left * 16 + right;
    }
  }
  return bytes;
}

function palette(): Uint8Array {
  const colours = new Bytes(48);
  for (let i = 0; i < 16; i += 1) {
    const share = Math.min(1, i / (SHADES - 1));
    for (let c = 0; c < 3; c += 1) {
      const paper = PAPER[c] ?? 0;
      colours.put(Math.round(paper + ((INK[c] ?? 0) - paper) * share));
    }
  }
  return colours.written;
}

/** A zlib stream of stored blocks. */
function stored(data: Uint8Array): Uint8Array {
  const blocks = Math.ceil(data.length / BLOCK);
  const stream = new Bytes(data.length + 5 * blocks + 6);
  stream.put(0x78, 0x01);
  for (let from = 0; from < data.length; from += BLOCK) {
    const block = data.subarray(from, from + BLOCK);
    const { length } = block;
    stream.put(from + BLOCK >= data.length ? 1 : 0);
    stream.put(length & 255, length >>> 8, ~length & 255, (~length >>> 8) & 255);
    stream.all(block);
  }
  stream.word(adler(data));
  return stream.written;
}

function adler(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** What half a byte does to the checksum. */
const HALVES = Uint32Array.from({ length: 16 }, (_, half) => {
  let rest = half;
  for (let i = 0; i < 4; i += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  return rest;
});

function crc(data: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of data) {
    rest ^= byte;
    rest = (HALVES[rest & 15] ?? 0) ^ (rest >>> 4);
    rest = (HALVES[rest & 15] ?? 0) ^ (rest >>> 4);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += (LETTERS[three >>> 18] ?? '') + (LETTERS[(three >>> 12) & 63] ?? '');
    text += i + 1 < bytes.length ? LETTERS[(three >>> 6) & 63] : '=';
    text += i + 2 < bytes.length ? LETTERS[three & 63] : '=';
  }
  return text;
}
