import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lettersOf, risesOf } from '../../../../scripts/pack/pack-symbols.mjs';
import {
  areRowsAlike,
  chanceOf,
  standing,
} from '../../../../widgets/experiments/pattern-hunt/luck.ts';
import { countsOf, type HuntOutcome } from '../../../../widgets/experiments/pattern-hunt/model.ts';
import { params, type HuntSettings } from '../../../../widgets/experiments/pattern-hunt/params.ts';
import { primeModulus } from '../../../../widgets/experiments/pattern-hunt/sources.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { patternHunt } from '../../../../widgets/experiments/pattern-hunt/widget.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { ranBy } from '../../../ran.ts';

const SEEDS = [1, 2, 3, 4, 5];
const ran = ranBy(patternHunt);
const measured = (outcome: HuntOutcome) => measureAll(patternHunt, outcome).measures;

/** Four standard errors of a share of so many. */
const give = (share: number, count: number): number => 4 * Math.sqrt((share * (1 - share)) / count);

describe('what the learner reaches', () => {
  // What theory says of each, and how much of it is lost while nothing is known yet.
  it.each([
    ['fair', {}, 1 / 6],
    ['loaded', {}, 0.4],
    ['avoiding', {}, 1 / 5],
    ['cycle', { noise: 0 }, 1],
    ['cycle', { noise: 0.2 }, 0.84],
    ['cycle', { noise: 0.5 }, 0.6],
    ['cycle', { noise: 1 }, 1 / 5],
  ] as const)('on %s %j is the best possible, for seeds 1 to 5', async (source, change, best) => {
    const symbols = 20_000;
    for (const seed of SEEDS) {
      const outcome = await ran({ source, symbols, seed, ...change });
      const { accuracy, bestPossible } = measured(outcome);
      expect(bestPossible).toBeCloseTo(best, 8);
      const learning = 0.005;
      expect(accuracy).toBeGreaterThan(best - give(best, symbols) - learning);
      expect(accuracy).toBeLessThanOrEqual(best + give(best, symbols));
    }
  });
});

describe('the sources', () => {
  it('A and B are what their formulas say, reckoned with whole numbers of any length', async () => {
    const formulas = {
      generator: (x: bigint) => (16_807n * x) % 2_147_483_647n,
      weakGenerator: (x: bigint) => (1_103_515_245n * x + 12_345n) % 2n ** 31n,
    };
    for (const source of ['generator', 'weakGenerator'] as const) {
      const next = formulas[source];
      for (const seed of SEEDS) {
        const random = seeded(seed, 'symbols');
        random.whole(6);
        const isA = source === 'generator';
        let x = BigInt(isA ? 1 + random.whole(2 ** 31 - 2) : random.whole(2 ** 31));
        const digits = Array.from({ length: 500 }, () => {
          x = next(x);
          return String(x % 10n);
        });
        expect((await ran({ source, seed, symbols: 500 })).drawn).toBe(digits.join(''));
      }
    }
  });

  it('A arrives from 1 at the number that Park and Miller print for its ten-thousandth step', () => {
    const next = primeModulus(1);
    const numbers = Array.from({ length: 10_000 }, next);
    expect(numbers.at(-1)).toBe(1_043_618_065);
  });

  it('letters and hours are pieces of their files, another one for another seed; there are no more hours than there were', async () => {
    const letters = readFileSync('public/data/letters.txt', 'utf8');
    const hours = readFileSync('public/data/bike-hours.txt', 'utf8');
    const pieces = await Promise.all(SEEDS.map((seed) => ran({ source: 'letters', seed })));
    expect(new Set(pieces.map((one) => one.drawn)).size).toBe(5);
    for (const one of pieces) expect(letters).toContain(one.drawn);
    const all = await ran({ source: 'bikes', symbols: 20_000 });
    expect(all.drawn).toBe(hours);
    expect(hours).toHaveLength(17_378);
  });

  it('are packed from text and counts', () => {
    expect(lettersOf('---\ntitle: x\n---\nMarta’s <b>queue</b> of 8 [@key2020].')).toBe(
      '_martas_queue_of_',
    );
    expect(risesOf('hour,cnt\n0,5\n1,7\n2,7\n3,2\n')).toBe('udd');
  });
});

describe('the learner', () => {
  /** The same learner written otherwise: for each guess it reads all that came before once more. */
  function slowly(alphabet: string, text: string, memory: number): string {
    return [...text]
      .map((_, i) => {
        const past = text.slice(0, i);
        const share = (sign: string): number => past.split(sign).length - 1;
        const context = text.slice(i - memory, i);
        const followed = (sign: string): number =>
          i < memory
            ? 0
            : [...past].filter(
                (one, j) => j >= memory && one === sign && text.slice(j - memory, j) === context,
              ).length;
        const order = [...alphabet].sort(
          (a, b) => followed(b) - followed(a) || share(b) - share(a),
        );
        return order[0];
      })
      .join('');
  }

  it.each([0, 1, 2, 3, 4])(
    'guesses what one guesses who reads everything anew, with memory %i',
    async (memory) => {
      for (const source of ['letters', 'weakGenerator', 'bikes'] as const) {
        for (const seed of SEEDS) {
          const outcome = await ran({ source, memory, seed, symbols: 200 });
          expect(outcome.guesses).toBe(slowly(outcome.alphabet, outcome.drawn, memory));
        }
      }
    },
  );

  it('is called better only where luck would not make it so, and worse likewise', async () => {
    expect(standing(await ran({ source: 'weakGenerator' }))).toBe('better');
    expect(standing(await ran({ source: 'loaded', memory: 3 }))).toBe('worse');
    let found = 0;
    for (let seed = 1; seed <= 100; seed += 1)
      if (standing(await ran({ source: 'fair', seed })) !== 'alike') found += 1;
    // Three standard errors are passed on either side in one of 370.
    expect(found).toBeLessThanOrEqual(3);
  });

  it('rows of the table differ where there is a pattern one symbol back, and else hardly ever', async () => {
    for (const seed of SEEDS) {
      const rows = async (source: HuntSettings['source']) =>
        countsOf(await ran({ source, seed })).after;
      for (const source of ['weakGenerator', 'avoiding', 'cycle', 'letters', 'bikes'] as const)
        expect(areRowsAlike(await rows(source))).toBe(false);
      for (const source of ['fair', 'loaded', 'generator'] as const)
        expect(areRowsAlike(await rows(source))).toBe(true);
    }
  });
});

describe('the reader’s own coins', () => {
  it('are read from a link in letters of either size, and nothing else is', () => {
    expect(readSettings(params, { own: 'hhTt' }).settings.own).toBe('HHTT');
    expect(readSettings(params, { own: 'HX' }).unreadable).toHaveLength(1);
    expect(readSettings(params, { own: 'H'.repeat(401) }).unreadable).toHaveLength(1);
  });

  it('the chance of so many right guesses is that of a table of the binomial distribution', () => {
    // 1 - F(25; 40, 0.5) = 0.0403, F(40) = 1; of ten coins eight or more: 56/1024.
    expect(chanceOf(26, 40)).toBeCloseTo(0.0403, 4);
    expect(chanceOf(0, 40)).toBeCloseTo(1, 10);
    expect(chanceOf(8, 10)).toBeCloseTo(56 / 1024, 10);
  });
});
