import { range, sum } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { cacheBytes, weightsOf } from '../../../../widgets/engine/gpt/gpt.ts';
import { CONTEXT, params } from '../../../../widgets/experiments/kv-cache/params.ts';
import { kvCache } from '../../../../widgets/experiments/kv-cache/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
const ran = ranBy(kvCache);
const SYMBOLS = 63;
const WIDTHS = ['32', '64', '128'] as const;
const LAYERS = [1, 2, 3, 4];

/** A transformer whose weights are all 1, for what it says does not matter: it counts how often two numbers are multiplied and added. */
class Counting {
  count = 0;
  readonly #width: number;
  readonly #heads: number;
  /** Keys and values of each layer, by place. */
  readonly #kept: { keys: number[][]; values: number[][] }[];

  constructor(width: number, layers: number, heads: number) {
    this.#width = width;
    this.#heads = heads;
    this.#kept = Array.from({ length: layers }, () => ({ keys: [], values: [] }));
  }

  #product(row: readonly number[], columns: number): number[] {
    return Array.from({ length: columns }, () => {
      let total = 0;
      for (const number of row) {
        total += number;
        this.count += 1;
      }
      return Math.min(1, total);
    });
  }

  /** What one character takes from those whose keys and values are kept, its own among them. */
  #attention(query: readonly number[], keys: number[][], values: number[][]): number[] {
    const found = query.map(() => 0);
    const part = this.#width / this.#heads;
    for (let head = 0; head < this.#heads; head += 1) {
      const own = range(head * part, (head + 1) * part);
      const scores = keys.map((key) =>
        sum(own, (i) => {
          this.count += 1;
          return (query[i] ?? 0) * (key[i] ?? 0);
        }),
      );
      values.forEach((value, place) => {
        for (const i of own) {
          found[i] = (found[i] ?? 0) + (scores[place] ?? 0) * (value[i] ?? 0);
          this.count += 1;
        }
      });
    }
    return found;
  }

  /** One character through all layers. */
  read(): number[] {
    let stream = Array.from({ length: this.#width }, () => 1);
    for (const { keys, values } of this.#kept) {
      const query = this.#product(stream, this.#width);
      keys.push(this.#product(stream, this.#width));
      values.push(this.#product(stream, this.#width));
      stream = this.#product(this.#attention(query, keys, values), this.#width);
      stream = this.#product(this.#product(stream, 4 * this.#width), this.#width);
    }
    return stream;
  }

  /** Says which character comes next. */
  write(stream: readonly number[]): void {
    this.#product(stream, SYMBOLS);
  }
}

/** Multiply-adds of each character of an answer, counted one by one. */
function counted(width: number, layers: number, heads: number, length: number) {
  const cached = new Counting(width, layers, heads);
  return range(length).map((place) => {
    const before = cached.count;
    cached.write(cached.read());
    const anew = new Counting(width, layers, heads);
    const streams = range(place + 1).map(() => anew.read());
    anew.write(streams.at(-1) ?? []);
    return { work: cached.count - before, workWithout: anew.count };
  });
}

describe('the work for a character', () => {
  it('is what a transformer does that counts each multiply-add, however many heads it has', async () => {
    for (const [layers, heads] of [
      [1, 1],
      [2, 4],
      [3, 8],
    ] as const) {
      const answer = counted(32, layers, heads, 5);
      const { lengths, ...last } = await ran({ width: '32', layers, length: 5 });
      expect(lengths.slice(0, 5)).toMatchObject(answer);
      expect(last).toMatchObject(answer.at(-1) ?? {});
      const [all, without] = [sum(answer, (one) => one.work), sum(answer, (o) => o.workWithout)];
      expect(last.answerTimes).toBe(without / all);
    }
  });

  it('is a whole number with a closed form, at every length, width and number of layers', async () => {
    for (const width of WIDTHS)
      for (const layers of LAYERS) {
        const { lengths } = await ran({ width, layers });
        const w = Number(width);
        const [dense, head, look] = [12 * w * w * layers, w * SYMBOLS, 2 * w * layers];
        const below = (n: number): number => (n * (n + 1)) / 2;
        expect(lengths).toHaveLength(CONTEXT);
        for (const [i, { work, workWithout, answerTimes }] of lengths.entries()) {
          const n = i + 1;
          expect(work).toBe(dense + head + look * n);
          expect(workWithout).toBe(dense * n + head + look * below(n));
          const all = (dense + head) * n + look * below(n);
          const anew = dense * below(n) + head * n + (look * n * (n + 1) * (n + 2)) / 6;
          expect(answerTimes).toBe(anew / all);
        }
      }
  });

  it('is the same for the first character with and without a cache, and never less without', async () => {
    const { lengths } = await ran({ length: 1 });
    expect(lengths[0]).toMatchObject({ workTimes: 1, answerTimes: 1 });
    for (const [i, { workTimes, answerTimes }] of lengths.entries()) {
      expect(workTimes).toBeGreaterThanOrEqual(answerTimes);
      expect(workTimes).toBeLessThanOrEqual(i + 1);
    }
  });
});

describe('the memory', () => {
  it('is what the engine says of its own model, at 32 bits', async () => {
    for (const width of WIDTHS)
      for (const layers of LAYERS) {
        const size = { symbols: SYMBOLS, width: Number(width), layers, heads: 4, context: CONTEXT };
        const found = await ran({ width, layers, length: 100 });
        expect(found.cacheBytes).toBe(cacheBytes(size, 100));
        expect(found.weightBytes).toBe(4 * weightsOf(size));
        expect(found.cacheShare).toBe(cacheBytes(size, 100) / (4 * weightsOf(size)));
      }
  });

  it('of the cache is halved with the bits of its numbers, and the work stays', async () => {
    const [whole, half, quarter] = await Promise.all(
      (['32', '16', '8'] as const).map((bits) => ran({ bits })),
    );
    expect(half?.cacheBytes).toBe((whole?.cacheBytes ?? 0) / 2);
    expect(quarter?.cacheBytes).toBe((whole?.cacheBytes ?? 0) / 4);
    expect([half?.work, quarter?.weightBytes]).toEqual([whole?.work, whole?.weightBytes]);
  });
});

describe('what is said before the prediction', () => {
  it('has no number of a model without a cache: neither the sentence, the title, the label nor the first columns', async () => {
    const settings = { ...start, length: 256 };
    const outcome = await ran(settings);
    const { label, body } = kvCache.draw(settings, outcome, { layout: 'wide' });
    const open = body.markup.replace(/<(t?span|g) class="later">[^]*?<\/\1>/g, '');
    const { head, rows, caption } = kvCache.tabulate(settings, outcome);
    const { later } = kvCache;
    const table = [caption.split(later?.cut ?? '')[0], head, ...rows].map((row) =>
      typeof row === 'string' ? row : row?.slice(0, later?.from).join(' '),
    );
    const early = [kvCache.say(settings, outcome), label, open, ...table].join('\n');
    expect(early).toContain('167,872');
    expect(body.markup).toContain('33.6 million');
    expect(early).not.toMatch(/33\.6|33,?591|200\.1|114\.4|200 times/);
  });
});
