import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lettersOf, risesOf } from '../../../../scripts/pack/pack-symbols.mjs';
import { actions } from '../../../../widgets/experiments/pattern-hunt/actions.ts';
import { cameBy } from '../../../../widgets/experiments/pattern-hunt/came.ts';
import {
  areRowsAlike,
  stepsOf,
} from '../../../../widgets/experiments/pattern-hunt/figure-steps.ts';
import {
  countsOf,
  guessesOf,
  rightOf,
  type HuntOutcome,
} from '../../../../widgets/experiments/pattern-hunt/model.ts';
import { params, type HuntSettings } from '../../../../widgets/experiments/pattern-hunt/params.ts';
import { primeModulus } from '../../../../widgets/experiments/pattern-hunt/sources.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { played } from '../../../../widgets/experiments/pattern-hunt/played.ts';
import { chanceOf, standing } from '../../../../widgets/experiments/pattern-hunt/say.ts';
import { timeline } from '../../../../widgets/experiments/pattern-hunt/timeline.ts';
import { patternHunt } from '../../../../widgets/experiments/pattern-hunt/widget.ts';
import { defaults, readSettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { drawn } from '../../drawn.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
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

  it('is one in ten on generator A, whatever it looks back at, and one in five on B', async () => {
    const symbols = 20_000;
    for (const seed of SEEDS) {
      for (const memory of [1, 2, 3, 4]) {
        const a = measured(await ran({ source: 'generator', symbols, seed, memory }));
        expect(Math.abs((a['accuracy'] ?? 0) - 0.1)).toBeLessThan(give(0.1, symbols));
      }
      const b = measured(await ran({ source: 'weakGenerator', symbols, seed }));
      expect(Math.abs((b['accuracy'] ?? 0) - 0.2)).toBeLessThan(give(0.2, symbols));
      expect(b['bestPossible']).toBe(1);
    }
  });

  it('is nothing more than the commonest where it does not look back', async () => {
    for (const source of ['loaded', 'letters', 'bikes', 'weakGenerator'] as const) {
      const outcome = await ran({ source, memory: 0 });
      expect(outcome.guesses).toBe(outcome.usual);
      expect(measured(outcome)['gain']).toBe(0);
    }
  });

  it('has no bound that anybody knows on letters, on bikes and on a reader', async () => {
    for (const source of ['letters', 'bikes', 'own'] as const) {
      const { measures, why } = measureAll(patternHunt, await ran({ source }));
      expect(measures['bestPossible']).toBeNull();
      expect(why['bestPossible']).toMatch(/nobody knows/);
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

  it('B is odd and even by turns', async () => {
    for (const seed of SEEDS) {
      const { drawn: digits } = await ran({ source: 'weakGenerator', seed });
      [...digits].slice(1).forEach((digit, i) => {
        expect((Number(digit) + Number(digits[i])) % 2).toBe(1);
      });
    }
  });

  it('all ten digits of both come equally often, as far as chance lets them', async () => {
    for (const source of ['generator', 'weakGenerator'] as const) {
      for (const seed of SEEDS) {
        const { all } = countsOf(await ran({ source, seed, symbols: 20_000 }));
        expect(all).toHaveLength(10);
        for (const count of all)
          expect(Math.abs(count / 20_000 - 0.1)).toBeLessThan(give(0.1, 20_000));
      }
    }
  });

  it('the die that never repeats does not, and any other face follows each', async () => {
    const { after } = countsOf(await ran({ source: 'avoiding', symbols: 20_000 }));
    after.forEach((row, last) => {
      row.forEach((count, next) => {
        if (next === last) expect(count).toBe(0);
        else expect(count).toBeGreaterThan(500);
      });
    });
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

  it('guesses before it sees: what comes later changes no guess', () => {
    const one = guessesOf({ alphabet: 'HT', drawn: 'HTHTHTHTHH' }, 2).guesses;
    const other = guessesOf({ alphabet: 'HT', drawn: 'HTHTHTTTTT' }, 2).guesses;
    expect(one.slice(0, 7)).toBe(other.slice(0, 7));
    expect(one).not.toBe(other);
  });

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
  it('are taken one by one, up to 400, and can be taken away', async () => {
    const settings = { ...start, source: 'own', own: 'HHT' } as const;
    const list = actions(settings, await ran(settings));
    expect(list.map(({ id }) => id)).toEqual(['heads', 'tails', 'anew']);
    expect(list[0]).toMatchObject({ next: { own: 'HHTH' } });
    expect(list[1]).toMatchObject({ next: { own: 'HHTT' } });
    expect(list[2]).toMatchObject({ next: { own: '' } });
    const full = { ...settings, own: 'H'.repeat(400) };
    expect(actions(full, await ran(full))[0]).toHaveProperty('why');
    expect(actions(start, await ran({}))).toEqual([]);
  });

  it('are read from a link in letters of either size, and nothing else is', () => {
    expect(readSettings(params, { own: 'hhTt' }).settings.own).toBe('HHTT');
    expect(readSettings(params, { own: 'HX' }).unreadable).toHaveLength(1);
    expect(readSettings(params, { own: 'H'.repeat(401) }).unreadable).toHaveLength(1);
  });

  it('that change sides each time are guessed nearly all', async () => {
    const outcome = await ran({ source: 'own', own: 'HT'.repeat(20), memory: 1 });
    expect(rightOf(outcome, outcome.guesses)).toBeGreaterThanOrEqual(37);
  });

  it('the chance of so many right guesses is that of a table of the binomial distribution', () => {
    // 1 - F(25; 40, 0.5) = 0.0403, F(40) = 1; of ten coins eight or more: 56/1024.
    expect(chanceOf(26, 40)).toBeCloseTo(0.0403, 4);
    expect(chanceOf(0, 40)).toBeCloseTo(1, 10);
    expect(chanceOf(8, 10)).toBeCloseTo(56 / 1024, 10);
  });

  it('none are no run that could be judged: measures say why, and the sentence what to do', async () => {
    const outcome = await ran({ source: 'own' });
    const { measures, why } = measureAll(patternHunt, outcome);
    expect(measures['accuracy']).toBeNull();
    expect(why['accuracy']).toBe('no symbol has come yet');
    expect(patternHunt.say({ ...start, source: 'own' }, outcome)).toMatch(/Press Heads or Tails/);
    const steps = stepsOf({ ...start, source: 'own' }, outcome);
    expect(steps.map(({ says }) => says)).toEqual(Array(2).fill('Nothing has come yet.'));
  });
});

describe('what is found', () => {
  it('is told apart from what there is: where nothing is found, there may be something', async () => {
    for (const change of [
      { source: 'generator' },
      { source: 'weakGenerator', symbols: 100 },
      { source: 'fair' },
    ] as const) {
      const said = patternHunt.say({ ...start, ...change }, await ran(change));
      expect(said).toContain('has found nothing, whether or not there is something to find.');
    }
    const found = { source: 'weakGenerator' } as const;
    expect(patternHunt.say({ ...start, ...found }, await ran(found))).toContain('found a pattern.');
  });
});

describe('what is shown', () => {
  it('its moments show one symbol more each, then ever more, and end with all', async () => {
    const outcome = await ran({});
    const count = timeline.count(outcome);
    const came = Array.from({ length: count }, (_, moment) => cameBy(1000, moment));
    expect(came.slice(0, 60)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    came.slice(1).forEach((now, i) => expect(now).toBeGreaterThan(came[i] ?? 0));
    expect(came.at(-1)).toBe(1000);
    for (const layout of ['wide', 'narrow'] as const)
      expect(drawn(patternHunt, start, outcome, layout, { moment: count - 1 })).toBe(
        drawn(patternHunt, start, outcome, layout),
      );
  });

  it('a moment tells what had been guessed by then', async () => {
    const outcome = await ran({ source: 'weakGenerator' });
    const right = (guesses: string): number =>
      [...outcome.drawn].slice(0, 30).filter((sign, i) => guesses[i] === sign).length;
    expect(played.say(start, outcome, 29)).toBe(
      `After 30 symbols: the learner has guessed ${right(outcome.guesses)}, and the commonest so far would have been right ${right(outcome.usual)} times.`,
    );
  });

  it('has as many filled cells as guesses were right among the last forty', async () => {
    for (const seed of SEEDS) {
      const outcome = await ran({ source: 'letters', memory: 2, seed });
      const [, hits = ''] =
        /class="hit" d="([^"]*)"/.exec(drawn(patternHunt, start, outcome, 'wide')) ?? [];
      const last = [...outcome.drawn].slice(-40);
      const right = last.filter((sign, i) => outcome.guesses[960 + i] === sign).length;
      expect(hits.split('M').length - 1).toBe(right);
    }
  });
});
