import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  chosen,
  evenly,
  pack,
  readGroups,
  tells,
  turned,
} from '../../../../scripts/pack/mails.mjs';
import {
  counterfactual,
  shuffledRise,
  weighed,
} from '../../../../widgets/experiments/trust-or-override/explain.ts';
import {
  partsOf,
  readCorpus,
  type Corpus,
} from '../../../../widgets/experiments/trust-or-override/mails.ts';
import { outcomeOf, trained } from '../../../../widgets/experiments/trust-or-override/model.ts';
import {
  stepOf,
  type TrustOutcome,
} from '../../../../widgets/experiments/trust-or-override/outcome.ts';
import {
  params,
  type TrustSettings,
} from '../../../../widgets/experiments/trust-or-override/params.ts';
import {
  countDecisions,
  drawTwenty,
} from '../../../../widgets/experiments/trust-or-override/twenty.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { logOdds, type Logistic } from '../../../../widgets/shared/logistic/ridge.ts';

const start = defaults(params);
const readData = (name: string): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(readFileSync(`public/data/${name}`)));
let corpus: Corpus;
beforeAll(async () => {
  corpus = await readCorpus(readData);
});
const ran = (change: Partial<TrustSettings> = {}): TrustOutcome =>
  outcomeOf({ ...start, ...change }, corpus);

/** A sum of weights, and some bags of its twelve traits. */
function toy(seed: number): { model: Logistic; bags: number[][] } {
  const random = seeded(seed, 'toy');
  const weights = Float64Array.from({ length: 12 }, () => 2 * random.normal());
  const bags = Array.from({ length: 60 }, () =>
    [...weights.keys()].filter(() => random.uniform() < 0.5),
  );
  return { model: { weights, intercept: -0.5 }, bags };
}

describe('reasons', () => {
  it('a counterfactual is as short as the shortest of all, and does free the mail', () => {
    for (const seed of [1, 2, 3]) {
      const { model, bags } = toy(seed);
      for (const bag of bags.filter((one) => logOdds(model, one) > 0)) {
        const shortest = Array.from({ length: 2 ** bag.length }, (_, mask) =>
          bag.filter((_word, i) => (mask >> i) & 1),
        )
          .filter(
            (gone) =>
              logOdds(
                model,
                bag.filter((word) => !gone.includes(word)),
              ) <= 0,
          )
          .reduce<number | undefined>(
            (least, gone) => Math.min(least ?? Infinity, gone.length),
            undefined,
          );
        const found = counterfactual(model, bag, 0);
        expect(found?.length).toBe(shortest);
        if (found) {
          const left = bag.filter((word) => !found.includes(word));
          expect(logOdds(model, left)).toBeLessThanOrEqual(0);
        }
      }
    }
  });

  it('shuffling a column raises the squared error of a linear score by twice its squared weight times its variance', () => {
    const { model, bags } = toy(4);
    const scores = bags.map((bag) => logOdds(model, bag));
    for (let word = 0; word < 12; word += 1) {
      const share = bags.filter((bag) => bag.includes(word)).length / bags.length;
      const rise = shuffledRise(
        model,
        bags,
        word,
        (score, row) => (score - (scores[row] ?? 0)) ** 2,
      );
      const weight = model.weights[word] ?? 0;
      expect(rise).toBeCloseTo(2 * weight ** 2 * share * (1 - share), 10);
    }
  });

  it('shuffling is the mean over many orders that are drawn', () => {
    const parts = partsOf(corpus, 1);
    const { model } = trained(corpus, parts, start);
    const [word = 0] = [corpus.words.indexOf('_html_')];
    const bags = parts.home.map(({ bag }) => bag);
    const wrong = (score: number, row: number): number =>
      Number(score > 0 !== parts.home[row]?.isSpam);
    const has = bags.map((bag) => Array.from(bag).includes(word));
    const random = seeded(9, 'orders');
    const weight = model.weights[word] ?? 0;
    const base = bags.reduce<number>((sum, bag, row) => sum + wrong(logOdds(model, bag), row), 0);
    let extra = 0;
    for (let draw = 0; draw < 400; draw += 1) {
      const order = random.order(bags.length);
      bags.forEach((bag, row) => {
        const moved = Number(has[order[row] ?? 0]) - Number(has[row]);
        extra += wrong(logOdds(model, bag) + weight * moved, row);
      });
      extra -= base;
    }
    const exact = shuffledRise(model, bags, word, wrong);
    expect(extra / 400 / bags.length).toBeCloseTo(exact, 3);
    expect(exact).toBeGreaterThan(0);
  });

  it('the heaviest come first', () => {
    const { model } = toy(5);
    const order = weighed(model, [0, 1, 2, 3]).map(({ weight }) => weight);
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });
});

describe('the packed files', () => {
  // Words 0 to 2 in a byte a mail: all spam has word 0, half of each kind word 1, nobody word 2.
  const [both, spammy, plain, none] = [0b011, 0b001, 0b010, 0b000].map((bits) =>
    Uint8Array.of(bits),
  ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

  it('leave out a mail that has the words of one before, and take others evenly', () => {
    const bits = Uint8Array.of(3, 1, 3, 2, 1, 0);
    const list = { order: ['a', 'b'], sizes: [3, 3], bytes_per_doc: 1 };
    const { a, b } = readGroups(bits, list) as Record<string, Uint8Array[]>;
    expect([a, b].map((rows) => rows?.map((row) => row[0]))).toEqual([
      [3, 1],
      [2, 0],
    ]);
    expect(evenly([0, 1, 2, 3, 4, 5], 3)).toEqual([
      [1, 3, 5],
      [0, 2, 4],
    ]);
  });

  it('choose the words that tell most: one that settles it tells ln 2, one that is in half of each kind nothing', () => {
    const [spam, genuine] = [
      [both, spammy],
      [plain, none],
    ];
    expect(tells(0, spam, genuine)).toBeCloseTo(Math.LN2, 12);
    expect(tells(1, spam, genuine)).toBeCloseTo(0, 12);
    expect(chosen(spam, genuine, ['x', 'y', 'z'], 1)).toEqual([0]);
    expect([...pack([both, plain], [1])]).toEqual([1, 1]);
    expect([...pack([both, plain, spammy], [0, 1])]).toEqual([1, 2, 3]);
    expect([...turned(pack([both, plain, spammy], [0, 1]), 3)]).toEqual([5, 6, 0, 0, 0, 0, 0, 0]);
  });
});

describe('the mails', () => {
  it('are as many as the card says, and nobody is learned from and judged', () => {
    const { genuine, spam, newsletters, laterSpam } = corpus;
    expect([genuine, spam, newsletters, laterSpam].map(({ length }) => length)).toEqual([
      2449, 419, 241, 500,
    ]);
    const parts = partsOf(corpus, 3);
    const learned = new Set([...parts.learned.map(({ bag }) => bag), ...parts.toAdd]);
    expect(learned.size).toBe(2500);
    const judged = [...parts.home.map(({ bag }) => bag), ...parts.newsletters, ...parts.laterSpam];
    expect(judged.filter((bag) => learned.has(bag))).toEqual([]);
    expect(judged).toHaveLength(468 + 141 + 500);
  });

  it('that cannot be the published ones are refused', async () => {
    const cut = async (name: string): Promise<Uint8Array> => {
      const bytes = await readData(name);
      return name.endsWith('.bin') ? bytes.subarray(20) : bytes;
    };
    await expect(readCorpus(cut)).rejects.toThrow('mails.bin');
  });
});

describe('the filter', () => {
  it('gives the same at both ends of an order: a score by hand', () => {
    const parts = partsOf(corpus, 1);
    const { model } = trained(corpus, parts, start);
    const flagged = parts.newsletters.filter(
      (bag) =>
        Array.from(bag).reduce((sum, word) => sum + (model.weights[word] ?? 0), model.intercept) >
        1.5,
    );
    expect(stepOf(ran({ threshold: 1.5 }), 'newsletters').flagged).toBe(flagged.length);
  });

  it('does not see what is deleted', () => {
    const gone = new Set(ran({ without: 'html' }).heavy.map(({ word }) => word));
    expect(gone.has('_html_')).toBe(false);
    const five = ran().heavy.slice(0, 5);
    const left = ran({ without: 'five' });
    for (const { word } of five) {
      expect(left.heavy.map((one) => one.word)).not.toContain(word);
      expect(left.desk.flatMap(({ words }) => words)).not.toContain(word);
    }
  });
});

describe('the desk', () => {
  it('has ten of each, half of each explained, and others for another seed', () => {
    const { desk } = ran();
    const count = (isSpam: boolean, isExplained: boolean): number =>
      desk.filter((one) => one.isSpam === isSpam && one.isExplained === isExplained).length;
    expect([true, false].flatMap((a) => [true, false].map((b) => count(a, b)))).toEqual([
      5, 5, 5, 5,
    ]);
    expect(ran({ seed: 2 }).desk).not.toEqual(desk);
    expect(ran().desk).toEqual(desk);
  });

  it('has fewer where fewer are flagged, and none where none are', () => {
    const bags = [[1], [2], [3]];
    expect(drawTwenty(bags, [[4]], 1)).toHaveLength(2);
    expect(drawTwenty(bags, [], 1)).toEqual([]);
  });

  it('counts decisions as they are counted by hand', () => {
    const { desk } = ran();
    const all = countDecisions(desk, desk.map(({ isSpam }) => (isSpam ? 'a' : 'o')).join(''));
    expect(all).toMatchObject({ decided: 20, right: 20, overrides: 10 });
    expect([all.explained, all.plain]).toEqual([
      { right: 10, of: 10 },
      { right: 10, of: 10 },
    ]);
    expect(countDecisions(desk, 'a'.repeat(20)).right).toBe(10);
    expect(countDecisions(desk, 'o'.repeat(20)).right).toBe(10);
    expect(countDecisions(desk, 'ao')).toMatchObject({ decided: 2, overrides: 1 });
  });

  it('takes decisions that it can read, and says what it wants of others', () => {
    const { parse } = params.decisions;
    expect(parse('aoo')).toBe('aoo');
    for (const text of ['x', 'a'.repeat(21), 'a o']) expect(() => parse(text)).toThrow(/up to 20/);
  });
});

describe('rules of thumb', () => {
  it('accepting is right for the spam; a rule that frees all mails for the newsletters; both halves count alike', () => {
    const { rules, toFree } = ran();
    const all = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);
    const upToThree = (counts: readonly number[]): number => all(counts.slice(0, 3)) / all(counts);
    expect(rules.three).toBeCloseTo(
      (upToThree(toFree.newsletters) + 1 - upToThree(toFree.laterSpam)) / 2,
      12,
    );
    expect(ran({ newsletters: 100 }).rules.second).toBe(0.5);
  });
});
