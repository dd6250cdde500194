/** Attention, one head of one text at a time: each character asks those before it, and itself; and the way back. */
import type { Products } from './product.ts';
import { softmax } from './rows.ts';

/** Products take columns by eights. */
export const eights = (count: number): number => 8 * Math.ceil(count / 8);

/** One head of one text: where its numbers lie, count x part each, and how far it is from one row to the next. */
export interface Head {
  /** Queries, keys and values lie in the same rows. */
  readonly query: number;
  readonly key: number;
  readonly value: number;
  readonly row: number;
  /** What each character finds: the values, each by its share. */
  readonly found: number;
  readonly foundRow: number;
  /** How much each takes of each: count x (count, filled up to a multiple of 8). */
  readonly shares: number;
  readonly sharesRow: number;
  /** Characters, and numbers of a query: a multiple of 8. */
  readonly count: number;
  readonly part: number;
}

/** Room for what is needed on the way: part x context and context x context numbers, each context filled up to a multiple of 8. */
export interface Room {
  readonly turned: number;
  readonly slopes: number;
}

/** Turns count x part numbers into part x (count, filled up with 0): columns become rows. */
function turn(
  numbers: Float32Array,
  to: number,
  from: number,
  { row, count, part }: Pick<Head, 'row' | 'count' | 'part'>,
): void {
  const columns = eights(count);
  numbers.fill(0, to, to + part * columns);
  for (let j = 0; j < count; j += 1)
    for (let x = 0; x < part; x += 1)
      numbers[to + x * columns + j] = numbers[from + j * row + x] as number;
}

/** The nearer a key is to the query, the more is taken of its value; nothing of what comes later. */
export function attend(
  { numbers, add }: Products,
  { query, key, value, row, found, foundRow, shares, sharesRow, count, part }: Head,
  { turned }: Room,
): void {
  const columns = eights(count);
  const scale = 1 / Math.sqrt(part);
  turn(numbers, turned, key, { row, count, part });
  for (let i = 0; i < count; i += 1) {
    numbers.fill(0, shares + i * sharesRow, shares + i * sharesRow + columns);
    numbers.fill(0, found + i * foundRow, found + i * foundRow + part);
  }
  const to = { at: shares, row: sharesRow };
  add(to, { at: query, row }, { at: turned, row: columns }, count, part, columns);
  for (let i = 0; i < count; i += 1) {
    const at = shares + i * sharesRow;
    for (let j = at; j <= at + i; j += 1) numbers[j] = (numbers[j] as number) * scale;
    softmax(numbers, at, i + 1);
    numbers.fill(0, at + i + 1, at + columns);
  }
  add({ at: found, row: foundRow }, to, { at: value, row }, count, count, part);
}

/** From the slopes in what was found, which stand in `found`, to those in queries, keys and values: they are added `shift` behind these. */
export function attendBack(
  { numbers, add }: Products,
  { query, key, value, row, found, foundRow, shares, sharesRow, count, part }: Head,
  { turned, slopes }: Room,
  shift: number,
): void {
  const columns = eights(count);
  const scale = 1 / Math.sqrt(part);
  const off = { at: found, row: foundRow };
  const backwards = { at: shares, row: 1, column: sharesRow };
  add({ at: value + shift, row }, backwards, off, count, count, part);
  turn(numbers, turned, value, { row, count, part });
  numbers.fill(0, slopes, slopes + count * columns);
  add({ at: slopes, row: columns }, off, { at: turned, row: columns }, count, part, columns);
  for (let i = 0; i < count; i += 1) {
    const [at, share] = [slopes + i * columns, shares + i * sharesRow];
    let mean = 0;
    for (let j = 0; j <= i; j += 1)
      mean += (numbers[share + j] as number) * (numbers[at + j] as number);
    for (let j = 0; j < columns; j += 1)
      numbers[at + j] =
        j > i ? 0 : (numbers[share + j] as number) * ((numbers[at + j] as number) - mean) * scale;
  }
  const asked = { at: slopes, row: columns };
  add({ at: query + shift, row }, asked, { at: key, row }, count, count, part);
  const turnedSlopes = { at: slopes, row: 1, column: columns };
  add({ at: key + shift, row }, turnedSlopes, { at: query, row }, count, count, part);
}

let scratch = new Float64Array(256);

/** The last character alone asks all that are kept in `kept`; `into` takes what it finds. */
export function attendLast(
  kept: Float32Array,
  {
    query,
    key,
    value,
    row,
    found,
    count,
    part,
  }: Pick<Head, 'query' | 'key' | 'value' | 'row' | 'found' | 'count' | 'part'>,
  into: Float32Array,
): void {
  if (scratch.length < count) scratch = new Float64Array(2 * count);
  const scale = 1 / Math.sqrt(part);
  for (let j = 0; j < count; j += 1) {
    let near = 0;
    for (let x = 0; x < part; x += 1)
      near += (kept[query + x] as number) * (kept[key + j * row + x] as number);
    scratch[j] = near * scale;
  }
  softmax(scratch, 0, count);
  for (let x = 0; x < part; x += 1) into[found + x] = 0;
  for (let j = 0; j < count; j += 1) {
    const taken = scratch[j] as number;
    const at = value + j * row;
    for (let x = 0; x < part; x += 1)
      into[found + x] = (into[found + x] as number) + taken * (kept[at + x] as number);
  }
}
