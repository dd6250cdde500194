/** Formulas, names of texts, student numbers, variants: held against other ways to the same answer. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated } from '../../../src/tasks/sets/pure/format/formula.ts';
import { canonical, bytesOf, digest } from '../../../src/tasks/sets/pure/submission/digest.ts';
import { normalised } from '../../../src/tasks/sets/pure/variants/student.ts';
import {
  drawn,
  goalIn,
  noteOf,
  valueIn,
  variantOf,
} from '../../../src/tasks/sets/pure/variants/variant.ts';
import { BRING, SUM, TOY } from './toy.ts';

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a formula', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['8 / 4 / 2', 1],
    ['8 - 4 - 2', 2],
    ['-a * -2', 6],
    ['1.5e2 / a', 50],
    ['max(a, 2, 7) - min(1, a)', 6],
    ['ceil(10 / a) + floor(10 / a) + round(2.5)', 10],
    ['sqrt(abs(-16))', 4],
    ['a >= 3', 1],
    ['2 * a < 6', 0],
    ['(a == 3) + (a > 3)', 1],
  ])('%s', (formula, value) => {
    expect(evaluated(formula, { a: 3 })).toBe(value);
  });

  it.each([
    '',
    '1 +',
    '(1',
    'b',
    '1 2',
    'a; 1',
    'toString(1)',
    'constructor',
    '1 / 0',
    'x'.repeat(401),
    `${'('.repeat(40)}1${')'.repeat(40)}`,
  ])('that cannot be meant is refused: %s', (formula) => {
    expect(() => evaluated(formula, { a: 3 })).toThrow();
  });

  it('agrees with the language itself', () => {
    const leaf = fc.integer({ min: 1, max: 9 }).map(String);
    const { sum } = fc.letrec<{ sum: string }>((tie) => ({
      sum: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc
          .tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum'))
          .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        fc
          .tuple(
            leaf,
            fc.constantFrom('+', '-', '*', '/'),
            leaf,
            fc.constantFrom('+', '-', '*', '/'),
            leaf,
          )
          .map((all) => all.join(' ')),
      ),
    }));
    fc.assert(
      fc.property(sum, (formula) => {
        fc.pre(formula.length <= 400);
        // eslint-disable-next-line no-new-func -- the referee: numbers and signs alone
        const value = new Function(`return ${formula}`)() as number;
        expect(evaluated(formula, {})).toBe(value);
      }),
      { seed: 15, numRuns: 400 },
    );
  });
});

describe('names of texts', () => {
  it('are SHA-256 of UTF-8, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(digest(text)).toBe(hash(text));
        expect(bytesOf(text)).toBe(Buffer.byteLength(text, 'utf8'));
      }),
      { seed: 15, numRuns: 300 },
    );
    expect(digest('a\ud800b')).toBe(hash('a\ud800b'));
  });

  it('do not depend on the order in which a value was made', () => {
    expect(canonical({ b: [1, { d: null, c: undefined }], a: 'é"' })).toBe(
      '{"a":"é\\"","b":[1,{"d":null}]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});

describe('a student’s number', () => {
  it.each(['0123456', '123456', '0123-456', ' 12 34 56 ', '１２３４５６', '123.456'])(
    '%s is one',
    (number) => {
      expect(normalised(number)).toBe('123456');
    },
  );
  it.each([
    ['s-0123', 's0123'],
    ['K0ÄÖ/7', 'k0äö7'],
    ['0', '0'],
    ['000', '0'],
    ['--- ', ''],
  ])('%s stands as %s', (number, as) => {
    expect(normalised(number)).toBe(as);
  });
});

describe('a variant', () => {
  it('is the one that SHA-256 of salt, item and number says, by another way of computing it', () => {
    for (const number of ['4711', 's0815', '1']) {
      const share = BigInt(`0x${hash(`autumn\ntoy-sum\n${number}\n0`).slice(0, 12)}`);
      expect(variantOf(TOY, SUM, number)).toBe(SUM.seeds[Number(share % 12n)]);
    }
    expect(variantOf(TOY, SUM, 'S-0815')).toBe(variantOf(TOY, SUM, 's0815'));
  });

  it('comes about equally often, and independently from item to item', () => {
    const numbers = Array.from({ length: 6_000 }, (_, i) => String(70_000 + i));
    const pairs = new Map<string, number>();
    for (const number of numbers) {
      const pair = `${variantOf(TOY, SUM, number)} ${variantOf(TOY, BRING, number)}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    const expected = numbers.length / 144;
    const chi =
      [...pairs.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0) +
      (144 - pairs.size) * expected;
    // Chi-square with 143 degrees of freedom exceeds 204 once in 2,000 times.
    expect(chi).toBeLessThan(204);
  });

  it('that is withdrawn is drawn again for its own students alone', () => {
    const numbers = Array.from({ length: 500 }, (_, i) => String(i + 1));
    const without = { ...SUM, withdrawn: [3, 4] };
    for (const number of numbers) {
      const [was, is] = [variantOf(TOY, SUM, number), variantOf(TOY, without, number)];
      expect(without.withdrawn).not.toContain(is);
      if (!without.withdrawn.includes(was)) expect(is).toBe(was);
      expect(variantOf(TOY, without, number, { before: true })).toBe(was);
    }
  });

  it('keeps its values when another one is added before them', () => {
    const more = { ...SUM, draw: { early: [1, 2, 3, 4], ...SUM.draw } };
    for (const seed of SUM.seeds) expect(drawn(more, seed)).toMatchObject(drawn(SUM, seed));
  });

  it('has every value somewhere, derived ones too', () => {
    const all = SUM.seeds.map((seed) => drawn(SUM, seed));
    expect(new Set(all.map(({ a }) => a))).toEqual(new Set([1, 2, 3]));
    for (const { a, b, product } of all) expect(product).toBe(Number(a) * Number(b));
    expect(noteOf({ a: 1, law: 'even' })).toBe('a 1, law even');
  });

  it('is written into goals and settings', () => {
    expect(valueIn('=2 * load', { load: 6 })).toBe(12);
    expect(valueIn('=law', { law: 'even' })).toBe('even');
    expect(valueIn('law', { law: 'even' })).toBe('law');
    expect(valueIn('{load},7', { load: 6 })).toBe('6,7');
    expect(valueIn('=day', { day: '5,{load}', load: 6 })).toBe('5,6');
    expect(goalIn(BRING, { load: 6 })).toEqual({ height: { atLeast: 6 }, cost: { atMost: 50 } });
  });
});
