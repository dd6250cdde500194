import { beforeAll, describe, expect, test, vi } from 'vitest';
import { EXAMPLES, KINDS, kindOf, SHOWN } from '../../../../scripts/pack-sms.mjs';
import {
  count,
  noCounts,
  scoreOf,
  weightsOf,
} from '../../../../widgets/experiments/rules-or-ml/bayes.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import {
  readCorpus,
  worldOf,
  type Corpus,
  type World,
} from '../../../../widgets/experiments/rules-or-ml/messages.ts';
import { caughtBeside, outcomeOf } from '../../../../widgets/experiments/rules-or-ml/model.ts';
import { params, type RulesSettings } from '../../../../widgets/experiments/rules-or-ml/params.ts';
import { nearest, writeRules } from '../../../../widgets/experiments/rules-or-ml/rules.ts';
import { say } from '../../../../widgets/experiments/rules-or-ml/say.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';

const SEEDS = [1, 2, 3, 4, 5];
const CHANGES: readonly RulesSettings['change'][] = ['none', 'noNumbers', 'newKind'];
let corpus: Corpus;
beforeAll(async () => {
  corpus = await readCorpus((await nodeEnv()).readData);
});

const settingsOf = (changes: Partial<RulesSettings>): RulesSettings => ({
  ...defaults(params),
  ...changes,
});
const outcome = (changes: Partial<RulesSettings>) => outcomeOf(settingsOf(changes), corpus);

/** Naive Bayes as a textbook writes it: the product of the chances of all words under each label, here as sums of logarithms. */
function byTheBook({ labelled, tested }: World, labels: number) {
  const learned = labelled(0).slice(0, labels);
  const chance = (isSpam: boolean) => {
    const of = learned.filter((one) => one.isSpam === isSpam);
    const tokens = of.flatMap((one) => [...one.bag]);
    const all = tokens.length + corpus.words.length;
    return {
      prior: (of.length + 1) / (learned.length + 2),
      word: corpus.words.map((_, k) => (tokens.filter((word) => word === k).length + 1) / all),
    };
  };
  const [spam, genuine] = [chance(true), chance(false)];
  const log = ({ prior, word }: typeof spam, bag: Uint16Array): number =>
    [...bag].reduce((sum, k) => sum + Math.log(word[k] ?? 0), Math.log(prior));
  const isHeld = (bag: Uint16Array): boolean => log(spam, bag) > log(genuine, bag);
  return {
    caught: tested.spam.filter(isHeld).length,
    alarms: tested.genuine.filter(isHeld).length,
  };
}

describe('naive Bayes', () => {
  test('is that of the textbooks, on seeds 1 to 5', () => {
    for (const seed of SEEDS) {
      for (const labels of [30, 200]) {
        const { caught, alarms } = outcome({ seed, labels }).before.model;
        expect({ caught, alarms }).toEqual(byTheBook(worldOf(corpus, 'none', seed), labels));
      }
    }
  });

  test('counts by hand: two words, two messages of spam, one genuine', () => {
    const counts = count(noCounts(2), [
      { bag: Uint16Array.of(0), isSpam: true },
      { bag: Uint16Array.of(0, 1), isSpam: true },
      { bag: Uint16Array.of(1), isSpam: false },
    ]);
    // Spam: 3 of 5 and 2 of 5 with one added to each; genuine: 1 of 3 and 2 of 3; labels 3 to 2.
    const score = scoreOf(weightsOf(counts), Uint16Array.of(0));
    expect(Math.exp(score)).toBeCloseTo((3 / 2) * (3 / 5 / (1 / 3)), 6);
    expect(Math.exp(scoreOf(weightsOf(counts), Uint16Array.of(0, 1)))).toBeCloseTo(
      ((3 / 2) * ((3 / 5) * (2 / 5))) / ((1 / 3) * (2 / 3)),
      6,
    );
  });

  test('does not hang on the last place of a logarithm, in which engines differ', () => {
    const here = outcome({ seed: 74, labels: 20 });
    const { log } = Math;
    const random = seeded(1, 'last places');
    const elsewhere = vi
      .spyOn(Math, 'log')
      .mockImplementation((x) => log(x) * (1 + (random.whole(3) - 1) * Number.EPSILON));
    // Another seed first: the world at hand is kept, with its curve.
    outcome({ seed: 75, labels: 20 });
    expect(outcome({ seed: 74, labels: 20 })).toEqual(here);
    elsewhere.mockRestore();
  });

  test('catches beside so many false alarms what the best of all thresholds catches', () => {
    const scores = {
      spam: [3, 1, 2, 2, -4, 0.5],
      genuine: [-1, 2, 0, 0, -3],
    };
    for (let alarms = 0; alarms <= 5; alarms += 1) {
      const over = (of: readonly number[], cut: number): number =>
        of.filter((one) => one > cut).length;
      const cuts = [-Infinity, ...scores.spam, ...scores.genuine].filter(
        (cut) => over(scores.genuine, cut) <= alarms,
      );
      const best = Math.max(...cuts.map((cut) => over(scores.spam, cut)));
      expect(caughtBeside(scores, alarms)).toBe(best);
    }
  });
});

describe('the messages', () => {
  test('are never both learned from and tested on, in any draw, and those on screen are in no part', () => {
    // A message is known by the list of its words, which is an object of its own.
    const shown = new Set(corpus.shown.map(({ row }) => corpus.messages[row]?.bag));
    expect(shown.size).toBe(40);
    for (const seed of SEEDS) {
      const { labelled, tested } = worldOf(corpus, 'none', seed);
      const all = [...tested.spam, ...tested.genuine];
      expect(all).toHaveLength(1931);
      const held = new Set(all);
      for (const draw of [0, 7]) {
        for (const { bag } of labelled(draw)) {
          expect(held.has(bag) || shown.has(bag)).toBe(false);
        }
      }
      expect(all.some((bag) => shown.has(bag))).toBe(false);
      const kinds = worldOf(corpus, 'newKind', seed);
      const fresh = new Set(kinds.after?.labelled(400).map(({ bag }) => bag));
      expect(kinds.after?.spam.some((bag) => fresh.has(bag))).toBe(false);
      const known = new Set(kinds.labelled(3).map(({ bag }) => bag));
      expect(kinds.tested.spam.some((bag) => known.has(bag))).toBe(false);
      expect(kinds.after?.spam).toHaveLength(74);
    }
  });

  test('on screen are forty, without a digit or an address, and no other text is packed', () => {
    expect(EXAMPLES.length + SHOWN.length).toBe(40);
    for (const { text } of corpus.shown) expect(text).not.toMatch(/[0-9]|www\.|http|@/i);
  });

  test('are of a kind by words of one kind only', () => {
    expect(Object.keys(KINDS)).toEqual(['prizes', 'dating']);
    expect(kindOf('You have WON, claim now')).toBe('prizes');
    expect(kindOf('A secret admirer waits')).toBe('dating');
    expect(kindOf('Win a date')).toBeUndefined();
    expect(kindOf('Updated winnings')).toBeUndefined();
  });

  test('after a change genuine ones stay as they are, and spam has lost its long numbers', () => {
    const { tested, after } = worldOf(corpus, 'noNumbers', 1);
    const long = corpus.words.indexOf('#####');
    expect(tested.spam.filter((bag) => bag.includes(long)).length).toBeGreaterThan(100);
    expect(after?.spam.some((bag) => bag.includes(long))).toBe(false);
    const { rules } = outcome({ rules: '#####', change: 'noNumbers' }).after ?? {};
    expect(rules?.caught).toBe(0);
    expect(rules?.alarms).toBe(outcome({ rules: '#####' }).before.rules.alarms);
  });
});

describe('rules', () => {
  test('are read in whatever way they are written, at most six of them', () => {
    expect(writeRules('  Free, WIN;£ 08001234567 150 free')).toBe('free win £ ##### #');
    expect(writeRules('')).toBe('');
    expect(() => writeRules('a b c d e f g')).toThrow(/six|6/);
  });

  test('that are not known are answered with the nearest that are, and catch nothing', () => {
    expect(nearest('prizes', corpus.words)[0]).toBe('prize');
    const unknown = outcome({ rules: 'lottery' });
    expect(unknown.before.rules.caught).toBe(0);
    expect(say(settingsOf({}), unknown)).toMatch(/“lottery” is not among the 400 words; .*\./);
  });

  test('catch no less with one word more, and hold back no less', () => {
    const words = 'claim free text call now #'.split(' ');
    let [caught, alarms] = [0, 0];
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const { rules } = outcome({ rules: words.slice(0, count).join(' ') }).before;
      expect(rules.caught).toBeGreaterThanOrEqual(caught);
      expect(rules.alarms).toBeGreaterThanOrEqual(alarms);
      [caught, alarms] = [rules.caught, rules.alarms];
    }
  });
});

describe('costs', () => {
  test('are those of a closed form', () => {
    for (const change of CHANGES) {
      const settings = { change, volume: 50_000, labels: 200, freshLabels: 50, seed: 3 };
      const { before, after, noFilter } = outcome(settings);
      const share = 653 / 5171;
      expect(noFilter).toBeCloseTo(50_000 * share * 0.02, 9);
      for (const both of [before, after].filter((one) => one !== null)) {
        for (const side of ['rules', 'model'] as const) {
          const { caught, spam, alarms, genuine, cost } = both[side];
          const labels = both.learned.spam + both.learned.genuine;
          const upkeep = side === 'rules' ? 120 : 300 + (labels * 0.1) / 12;
          const errors =
            share * (1 - caught / spam) * 0.02 + (1 - share) * (alarms / genuine) * 0.5;
          expect(cost.total).toBeCloseTo(upkeep + 50_000 * errors, 9);
        }
      }
    }
  });
});
