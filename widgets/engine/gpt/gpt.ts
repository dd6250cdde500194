/**
 * A language model as the lessons have it, to be read from top to bottom: a transformer that is told the characters before and
 * says how likely each is to come next (Vaswani et al. 2017; decoder alone, as in GPT). Its numbers lie in one memory; only
 * the matrix products are done elsewhere.
 */
import { seeded } from '../../kit/numbers/random.ts';
import { productsOver, type Matrix, type Products } from './product.ts';
import { attend, attendBack, attendLast, eights, type Head, type Room } from './attention.ts';
import { normalise, normaliseBack, rectify, softmax } from './rows.ts';

// ── The model ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface GptSize {
  /** How many characters there are. */
  readonly symbols: number;
  /** Numbers that stand for a character on its way through the model; a multiple of 8 for each head. */
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Characters that it looks back on, its own included. */
  readonly context: number;
}

/** A matrix of weights: `rows` inputs and `columns` outputs, from `at` on. */
interface Weights extends Matrix {
  readonly rows: number;
  readonly columns: number;
}

interface Layer {
  /** Into queries, keys and values, one beside the other; and from what was looked up back into the stream. */
  readonly look: Weights;
  readonly back: Weights;
  /** Four times as wide, and back. */
  readonly up: Weights;
  readonly down: Weights;
}

/** Where which weights lie; the columns of the head are filled up to a multiple of 8. */
function planOf({ symbols, width, layers, context }: GptSize) {
  let at = 0;
  const matrix = (rows: number, columns: number): Weights => {
    at += rows * columns;
    return { at: at - rows * columns, row: columns, rows, columns };
  };
  const symbol = matrix(symbols, width);
  const place = matrix(context, width);
  const stack = Array.from({ length: layers }, (): Layer => ({
    look: matrix(width, 3 * width),
    back: matrix(width, width),
    up: matrix(width, 4 * width),
    down: matrix(4 * width, width),
  }));
  const head = matrix(width, eights(symbols));
  return { symbol, place, stack, head, count: at };
}

/** How many weights such a model has. */
export const weightsOf = ({ symbols, width, layers, context }: GptSize): number =>
  width * (2 * symbols + context + 12 * layers * width);

/** Bytes that a character leaves in the cache: a key and a value in every layer, four bytes a number. */
export const cacheBytes = ({ width, layers }: GptSize, length: number): number =>
  2 * layers * width * 4 * length;

// ── Texts that are read at once ─────────────────────────────────────────────────────────────────────────────────────

/** Characters of some texts, one text behind the other; each looks back on its own text alone. */
export interface Reading {
  readonly symbols: Uint8Array;
  /** What comes next after each, in training. */
  readonly next: Uint8Array;
  /** Where each text begins, and at the end their number. */
  readonly starts: readonly number[];
}

export class Gpt {
  readonly size: GptSize;
  readonly products: Products;
  readonly #plan: ReturnType<typeof planOf>;
  readonly #rows: number;
  readonly #at: Readonly<Record<'slopes' | 'mean' | 'square' | 'turned', number>>;
  readonly #room: Room;
  readonly #stream: readonly Stage[];
  readonly #last: { readonly stream: number; readonly norm: number; readonly scores: number };
  readonly #off: Readonly<Record<'stream' | 'norm' | 'wide' | 'scores', number>>;
  #steps = 0;

  /** A model before it has learned, which reads `rows` characters at once at most. Throws where its width does not fit. */
  constructor(size: GptSize, rows: number, seed: number, isPlain = false) {
    const { width, heads, context, symbols, layers } = size;
    if (width % (8 * heads) !== 0)
      throw new RangeError(`a width of ${width} has no multiple of 8 for each of ${heads} heads`);
    this.size = size;
    this.#rows = rows;
    const plan = planOf(size);
    this.#plan = plan;
    let at = plan.count;
    const room = (count: number): number => {
      at += count;
      return at - count;
    };
    this.#at = {
      slopes: room(plan.count),
      mean: room(plan.count),
      square: room(plan.count),
      turned: room(Math.max(4 * width * width, width * eights(symbols))),
    };
    this.#room = {
      turned: room((width / heads) * eights(context)),
      slopes: room(context * eights(context)),
    };
    this.#stream = Array.from({ length: layers }, () => ({
      stream: room(rows * width),
      norm: room(rows * width),
      looked: room(3 * rows * width),
      shares: room(rows * heads * eights(context)),
      found: room(rows * width),
      middle: room(rows * width),
      second: room(rows * width),
      wide: room(4 * rows * width),
    }));
    this.#last = {
      stream: room(rows * width),
      norm: room(rows * width),
      scores: room(rows * eights(symbols)),
    };
    this.#off = {
      stream: room(rows * width),
      norm: room(rows * width),
      wide: room(4 * rows * width),
      scores: room(rows * eights(symbols)),
    };
    this.products = productsOver(at, isPlain);
    this.#begin(seed);
  }

  /** The weights, in the order of the plan. */
  get weights(): Float32Array {
    return this.products.numbers.subarray(0, this.#plan.count);
  }
  /** How much the loss grows with each weight, after `slopes`. */
  get slope(): Float32Array {
    return this.products.numbers.subarray(this.#at.slopes, this.#at.slopes + this.#plan.count);
  }

  /** Normal: characters and places with variance 1, products with 1 / inputs; what leads back into the stream smaller, since every layer adds to it; the head 0, so that all characters are as likely. */
  #begin(seed: number): void {
    const random = seeded(seed, 'weights');
    const { symbol, place, stack } = this.#plan;
    const { numbers } = this.products;
    const fill = ({ at, rows, columns }: Weights, deviation: number): void => {
      for (let i = 0; i < rows * columns; i += 1) numbers[at + i] = deviation * random.normal();
    };
    const shy = 1 / Math.sqrt(2 * stack.length);
    fill(symbol, 1);
    fill(place, 1);
    for (const { look, back, up, down } of stack) {
      fill(look, 1 / Math.sqrt(look.rows));
      fill(back, shy / Math.sqrt(back.rows));
      fill(up, 1 / Math.sqrt(up.rows));
      fill(down, shy / Math.sqrt(down.rows));
    }
  }

  // ── Forward ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** c = a b, rows x columns. */
  #times(c: number, a: number, weights: Weights, rows: number): void {
    const { numbers } = this.products;
    numbers.fill(0, c, c + rows * weights.columns);
    this.#plus(c, a, weights, rows);
  }
  #plus(c: number, a: number, weights: Weights, rows: number): void {
    const { rows: inputs, columns } = weights;
    this.products.add(
      { at: c, row: columns },
      { at: a, row: inputs },
      weights,
      rows,
      inputs,
      columns,
    );
  }

  /** The scores of what comes next after each character: rows x (symbols, filled up to a multiple of 8). */
  #forward({ symbols, starts }: Omit<Reading, 'next'>): void {
    const { numbers } = this.products;
    const { width } = this.size;
    const { symbol, place, stack, head } = this.#plan;
    const rows = symbols.length;
    if (rows > this.#rows) throw new RangeError(`${rows} characters are more than ${this.#rows}`);
    const first = (this.#stream[0] ?? this.#last).stream;
    for (const [i, start] of starts.slice(0, -1).entries()) {
      for (let row = start; row < (starts[i + 1] as number); row += 1) {
        const [to, is] = [first + row * width, symbol.at + (symbols[row] as number) * width];
        const stands = place.at + (row - start) * width;
        for (let x = 0; x < width; x += 1)
          numbers[to + x] = (numbers[is + x] as number) + (numbers[stands + x] as number);
      }
    }
    for (const [i, { look, back, up, down }] of stack.entries()) {
      const own = this.#stream[i] as Stage;
      const next = (this.#stream[i + 1] ?? this.#last).stream;
      normalise(numbers, own.norm, own.stream, rows, width);
      this.#times(own.looked, own.norm, look, rows);
      this.#eachHead(own, starts, (head) => attend(this.products, head, this.#room));
      numbers.copyWithin(own.middle, own.stream, own.stream + rows * width);
      this.#plus(own.middle, own.found, back, rows);
      normalise(numbers, own.second, own.middle, rows, width);
      this.#times(own.wide, own.second, up, rows);
      rectify(numbers, own.wide, 4 * rows * width);
      numbers.copyWithin(next, own.middle, own.middle + rows * width);
      this.#plus(next, own.wide, down, rows);
    }
    normalise(numbers, this.#last.norm, this.#last.stream, rows, width);
    this.#times(this.#last.scores, this.#last.norm, head, rows);
  }

  /** Each character asks those before it in its text, and itself; in every head apart. */
  #eachHead(
    { looked, shares, found }: Stage,
    starts: readonly number[],
    deed: (head: Head) => void,
  ): void {
    const { width, heads, context } = this.size;
    const [part, row, sharesRow] = [width / heads, 3 * width, heads * eights(context)];
    for (let text = 0; text + 1 < starts.length; text += 1) {
      const [from, to] = [starts[text] as number, starts[text + 1] as number];
      const first = looked + from * row;
      for (let head = 0; head < heads; head += 1) {
        const at = head * part;
        deed({
          ...{ query: first + at, key: first + width + at, value: first + 2 * width + at, row },
          ...{ found: found + from * width + at, foundRow: width },
          shares: shares + from * sharesRow + head * eights(context),
          ...{ sharesRow, count: to - from, part },
        });
      }
    }
  }

  /** The mean loss in nats: minus the logarithm of the chance that what came next was given. */
  loss(reading: Reading): number {
    this.#forward(reading);
    return this.#surprise(reading.next) / reading.next.length;
  }

  /** Turns scores into chances, and sums what they say of what came next. */
  #surprise(next: Uint8Array): number {
    const { numbers } = this.products;
    const { symbols } = this.size;
    const step = eights(symbols);
    let sum = 0;
    for (let row = 0; row < next.length; row += 1) {
      const at = this.#last.scores + row * step;
      softmax(numbers, at, symbols);
      sum -= Math.log(numbers[at + (next[row] as number)] as number);
    }
    return sum;
  }

  // ── Backward ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The mean loss; how much it grows with each weight stands in `slope`: backpropagation. */
  slopes(reading: Reading): number {
    const { numbers } = this.products;
    const { width, symbols } = this.size;
    const { symbol, place, stack, head, count } = this.#plan;
    const rows = reading.symbols.length;
    this.#forward(reading);
    const sum = this.#surprise(reading.next);
    const off = this.#off;
    const step = eights(symbols);
    numbers.fill(0, this.#at.slopes, this.#at.slopes + count);
    // In a score, the slope of the loss is chance minus answer; what fills up the columns is nobody's.
    for (let row = 0; row < rows; row += 1) {
      const [from, to] = [this.#last.scores + row * step, off.scores + row * step];
      for (let x = 0; x < step; x += 1)
        numbers[to + x] = x < symbols ? (numbers[from + x] as number) / rows : 0;
      const right = to + (reading.next[row] as number);
      numbers[right] = (numbers[right] as number) - 1 / rows;
    }
    this.#slopeOf(head, this.#last.norm, off.scores, rows);
    this.#backThrough(off.norm, head, off.scores, rows);
    numbers.fill(0, off.stream, off.stream + rows * width);
    normaliseBack(
      numbers,
      { to: off.stream, off: off.norm, norm: this.#last.norm, stream: this.#last.stream },
      rows,
      width,
    );
    for (const [i, { look, back, up, down }] of [...stack.entries()].reverse()) {
      const own = this.#stream[i] as Stage;
      this.#slopeOf(down, own.wide, off.stream, rows);
      this.#backThrough(off.wide, down, off.stream, rows);
      for (let x = 0; x < 4 * rows * width; x += 1)
        if (numbers[own.wide + x] === 0) numbers[off.wide + x] = 0;
      this.#slopeOf(up, own.second, off.wide, rows);
      this.#backThrough(off.norm, up, off.wide, rows);
      normaliseBack(
        numbers,
        { to: off.stream, off: off.norm, norm: own.second, stream: own.middle },
        rows,
        width,
      );
      this.#slopeOf(back, own.found, off.stream, rows);
      this.#backThrough(off.norm, back, off.stream, rows);
      numbers.fill(0, off.wide, off.wide + 3 * rows * width);
      this.#eachHead({ ...own, found: off.norm }, reading.starts, (head) =>
        attendBack(this.products, head, this.#room, off.wide - own.looked),
      );
      this.#slopeOf(look, own.norm, off.wide, rows);
      this.#backThrough(off.norm, look, off.wide, rows);
      normaliseBack(
        numbers,
        { to: off.stream, off: off.norm, norm: own.norm, stream: own.stream },
        rows,
        width,
      );
    }
    for (const [i, start] of reading.starts.slice(0, -1).entries())
      for (let row = start; row < (reading.starts[i + 1] as number); row += 1) {
        const from = off.stream + row * width;
        for (const to of [
          symbol.at + (reading.symbols[row] as number) * width,
          place.at + (row - start) * width,
        ])
          for (let x = 0; x < width; x += 1) {
            const is = this.#at.slopes + to + x;
            numbers[is] = (numbers[is] as number) + (numbers[from + x] as number);
          }
      }
    return sum / rows;
  }

  /** The slopes in weights: what went in times the slope in what came out, over all rows. */
  #slopeOf({ at, rows: inputs, columns }: Weights, input: number, off: number, rows: number): void {
    const to = { at: this.#at.slopes + at, row: columns };
    const turned = { at: input, row: 1, column: inputs };
    this.products.add(to, turned, { at: off, row: columns }, inputs, rows, columns);
  }

  /** The slopes in what went in: those in what came out, times the weights turned. */
  #backThrough(
    to: number,
    { at, rows: inputs, columns }: Weights,
    off: number,
    rows: number,
  ): void {
    const { numbers, add } = this.products;
    const { turned } = this.#at;
    for (let i = 0; i < inputs; i += 1)
      for (let j = 0; j < columns; j += 1)
        numbers[turned + j * inputs + i] = numbers[at + i * columns + j] as number;
    numbers.fill(0, to, to + rows * inputs);
    add(
      { at: to, row: inputs },
      { at: off, row: columns },
      { at: turned, row: inputs },
      rows,
      columns,
      inputs,
    );
  }

  // ── The step ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Learns from a reading at this rate (Adam; Kingma and Ba 2015), and answers with the loss before. */
  learn(reading: Reading, rate: number): number {
    const loss = this.slopes(reading);
    const { numbers } = this.products;
    const { count } = this.#plan;
    const { slopes, mean, square } = this.#at;
    this.#steps += 1;
    const pace = rate / (1 - BETA1 ** this.#steps);
    const whole = 1 / (1 - BETA2 ** this.#steps);
    for (let i = 0; i < count; i += 1) {
      const slope = numbers[slopes + i] as number;
      const m = BETA1 * (numbers[mean + i] as number) + (1 - BETA1) * slope;
      const v = BETA2 * (numbers[square + i] as number) + (1 - BETA2) * slope * slope;
      numbers[mean + i] = m;
      numbers[square + i] = v;
      numbers[i] = (numbers[i] as number) - (pace * m) / (Math.sqrt(v * whole) + 1e-8);
    }
    return loss;
  }

  /** Gives every weight the nearest of 2 ** bits - 1 levels about 0, the outermost at the largest of its column: a range for each output. */
  round(bits: number): void {
    const { numbers } = this.products;
    const { symbol, place, stack, head } = this.#plan;
    const levels = 2 ** (bits - 1) - 1;
    const all = [symbol, place, ...stack.flatMap((one) => [one.look, one.back, one.up, one.down])];
    for (const { at, rows, columns } of [...all, head])
      for (let j = at; j < at + columns; j += 1) {
        let most = 0;
        for (let i = j; i < at + rows * columns; i += columns)
          most = Math.max(most, Math.abs(numbers[i] as number));
        const step = most / levels;
        for (let i = j; step > 0 && i < at + rows * columns; i += columns)
          numbers[i] = step * Math.round((numbers[i] as number) / step);
      }
  }

  // ── Writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The chances of what comes after each of these texts' last characters, texts x symbols; read anew from the beginning. */
  chances(reading: Omit<Reading, 'next'>): readonly Float32Array[] {
    this.#forward(reading);
    return reading.starts.slice(1).map((end) => this.#chancesAt(end - 1));
  }

  #chancesAt(row: number): Float32Array {
    const { symbols } = this.size;
    const at = this.#last.scores + row * eights(symbols);
    const own = this.products.numbers.slice(at, at + symbols);
    softmax(own, 0, symbols);
    return own;
  }

  /** What has been read of some texts: room for the keys and values of `texts` texts. */
  cache(texts: number): Cache {
    const { width, layers, context } = this.size;
    const count = context * 3 * width;
    return {
      lengths: new Uint32Array(texts),
      kept: Array.from({ length: layers * texts }, () => new Float32Array(count)),
    };
  }

  /**
   * One character more of each text, with what is kept of those before: the chances of what comes next. A text that has
   * `context` characters already cannot grow.
   */
  next(cache: Cache, symbols: Uint8Array): readonly Float32Array[] {
    const { numbers } = this.products;
    const { width, heads, context } = this.size;
    const { symbol, place, stack, head } = this.#plan;
    const rows = symbols.length;
    const part = width / heads;
    const { stream, norm } = this.#last;
    const own = this.#stream[0] as Stage;
    for (let row = 0; row < rows; row += 1) {
      const length = cache.lengths[row] as number;
      if (length >= context) throw new RangeError(`a text has ${context} characters at most`);
      const [is, stands] = [
        symbol.at + (symbols[row] as number) * width,
        place.at + length * width,
      ];
      for (let x = 0; x < width; x += 1)
        numbers[stream + row * width + x] =
          (numbers[is + x] as number) + (numbers[stands + x] as number);
    }
    for (const [i, { look, back, up, down }] of stack.entries()) {
      normalise(numbers, norm, stream, rows, width);
      this.#times(own.looked, norm, look, rows);
      for (let row = 0; row < rows; row += 1) {
        const length = cache.lengths[row] as number;
        const kept = cache.kept[row * stack.length + i] as Float32Array;
        const from = own.looked + row * 3 * width;
        kept.set(numbers.subarray(from, from + 3 * width), length * 3 * width);
        for (let h = 0; h < heads; h += 1)
          attendLast(
            kept,
            {
              query: length * 3 * width + h * part,
              key: width + h * part,
              value: 2 * width + h * part,
              row: 3 * width,
              found: own.found + row * width + h * part,
              ...{ count: length + 1, part },
            },
            numbers,
          );
      }
      this.#plus(stream, own.found, back, rows);
      normalise(numbers, norm, stream, rows, width);
      this.#times(own.wide, norm, up, rows);
      rectify(numbers, own.wide, 4 * rows * width);
      this.#plus(stream, own.wide, down, rows);
    }
    normalise(numbers, norm, stream, rows, width);
    this.#times(this.#last.scores, norm, head, rows);
    return Array.from(symbols, (_, row) => {
      cache.lengths[row] = (cache.lengths[row] as number) + 1;
      return this.#chancesAt(row);
    });
  }
}

/** Keys and values of what has been read, by text and layer: queries lie beside them, and are not looked at again. */
export interface Cache {
  readonly lengths: Uint32Array;
  readonly kept: readonly Float32Array[];
}

/** Where the numbers of a layer lie, each rows x width or as said: kept for the way back. */
interface Stage {
  readonly stream: number;
  readonly norm: number;
  /** rows x 3 widths: queries, keys, values. */
  readonly looked: number;
  /** rows x heads x (context, filled up to a multiple of 8): how much each takes of each. */
  readonly shares: number;
  readonly found: number;
  readonly middle: number;
  readonly second: number;
  /** rows x 4 widths. */
  readonly wide: number;
}

const [BETA1, BETA2] = [0.9, 0.99] as const;
