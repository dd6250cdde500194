// What the report says of a reader's guesses, against answers worked out by hand.
import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/measured/pure/asked.ts';
import { calibrate } from '../../src/measured/pure/calibrate.ts';
import { bySurprise, collect } from '../../src/measured/pure/collect.ts';
import { guessedIn } from '../../src/measured/pure/surprise.ts';
import type { Found, GivenAnswer, KeptAnswer, Work } from '../../src/tasks/storage/pure/work.ts';

const time = '2026-11-27T09:00:00.000Z';
const ms = { min: 0, max: 500, unit: 'ms', digits: 0 };
const NUMBER: Asked = { question: 'wait', version: 1, what: { form: 'numbers', lines: [ms] } };
const BY_FACTORS: Asked = {
  question: 'sets',
  version: 1,
  what: { form: 'numbers', lines: [{ min: 0.1, max: 1_000_000, unit: 'billion', digits: 0 }] },
};
const TWO: Asked = {
  question: 'two',
  version: 2,
  what: {
    form: 'numbers',
    lines: [
      { ...ms, label: 'Median' },
      { ...ms, label: 'p99' },
    ],
  },
};
const CURVE: Asked = {
  question: 'line',
  version: 1,
  what: { form: 'curve', line: { ...ms, max: 200 }, over: [1, 2, 4] },
};
const CHOICE: Asked = {
  question: 'pick',
  version: 1,
  what: { form: 'choice', right: 'longer', of: 4 },
};
const ORDER: Asked = {
  question: 'sort',
  version: 1,
  what: { form: 'order', order: ['a', 'b', 'c', 'd'] },
};

function kept({ question, version }: Asked, answer: GivenAnswer, found?: Found): KeptAnswer {
  return { question, version, answer, saw: 'the run says', ...(found && { found }), time };
}
function workOf(...answers: readonly KeptAnswer[]): Pick<Work, 'answers'> {
  return {
    answers: Object.fromEntries(answers.map((one) => [`${one.question}@${one.version}`, one])),
  };
}
const sizesOf = (asked: Asked, answer: GivenAnswer, found?: Found): readonly unknown[] =>
  guessedIn(asked, kept(asked, answer, found)).map((one) => ('size' in one ? one.size : one));

describe('how large a surprise is', () => {
  test('a number: the distance over the length of the line', () => {
    // |150 - 16.7| of 500
    expect(sizesOf(NUMBER, '150', [16.7])[0]).toBeCloseTo(0.2666, 9);
    // What was typed in another unit, as the question took it.
    expect(sizesOf(NUMBER, '0.15 s', [100])[0]).toBeCloseTo(0.1, 9);
  });

  test('a number over many powers of ten: by factors, as its line is drawn', () => {
    // 0.1 to 1,000,000 are seven powers of ten; 5 and 500 lie two apart.
    expect(sizesOf(BY_FACTORS, '5', [500])[0]).toBeCloseTo(2 / 7, 9);
    expect(sizesOf(BY_FACTORS, '0.5 trillion', [5000])[0]).toBeCloseTo(1 / 7, 9);
  });

  test('a run that ends beyond the line counts as its end', () => {
    expect(sizesOf(NUMBER, '400', [900])[0]).toBeCloseTo(0.2, 9);
  });

  test('of two numbers each has its own, and one that the run lacks has none', () => {
    expect(sizesOf(TWO, ['50', '450'], [100, 200])).toEqual([0.1, 0.5]);
    expect(guessedIn(TWO, kept(TWO, ['50', '450'], [null, 200]))).toMatchObject([
      { part: 1, guess: 450, found: 200 },
    ]);
  });

  test('a line: its mean distance over the height of its axes', () => {
    const drawn = [
      { x: 1, y: 10 },
      { x: 2, y: 20 },
      { x: 4, y: 200 },
    ];
    // (10 + 0 + 80) / 3 = 30, of 200
    expect(guessedIn(CURVE, kept(CURVE, drawn, [20, 20, 120]))).toEqual([
      { kind: 'line', off: 30, size: 0.15 },
    ]);
    // A value that has no end is left out: (10 + 0) / 2.
    expect(sizesOf(CURVE, drawn, [20, 20, null])).toEqual([0.025]);
  });

  test('an order: the share of its pairs that stand the wrong way round', () => {
    // b before a, d before c: two of six.
    expect(sizesOf(ORDER, ['b', 'a', 'd', 'c'])).toEqual([2 / 6]);
    expect(sizesOf(ORDER, ['d', 'c', 'b', 'a'])).toEqual([1]);
    expect(sizesOf(ORDER, ['a', 'b', 'c'])).toEqual([]);
  });

  test('an option is right or wrong and has no size', () => {
    expect(guessedIn(CHOICE, kept(CHOICE, ['same']))).toEqual([
      { kind: 'option', isRight: false, byChance: 0.25 },
    ]);
  });

  test.each([
    ['no number', NUMBER, 'about so', [20]],
    ['no run', NUMBER, '20', undefined],
    ['a list where a text belongs', CURVE, ['a', 'b'], [1, 2, 3]],
    ['settings', ORDER, { a: 1 }, undefined],
    ['a text where an option belongs', CHOICE, 'longer', undefined],
  ] as const)('%s gives nothing, and no error', (_, asked, answer, found) => {
    expect(guessedIn(asked, kept(asked, answer, found))).toEqual([]);
  });
});

describe('what has become of each prediction', () => {
  const all = [NUMBER, BY_FACTORS, TWO, CURVE, CHOICE, ORDER];
  const { saw: _, ...committed } = kept(BY_FACTORS, '12');
  const found = collect(
    all,
    workOf(
      kept(NUMBER, '150', [100]),
      committed,
      kept({ ...TWO, version: 1 }, ['1', '2'], [3, 4]),
      kept(CURVE, null, [1, 2, 3]),
      kept(CHOICE, ['longer']),
      kept({ ...NUMBER, question: 'a question that is no prediction' }, '7'),
    ),
  );
  const names = (list: readonly Asked[]): readonly string[] => list.map(({ question }) => question);

  test('each stands in one list', () => {
    expect(found.compared.map(({ asked }) => asked.question)).toEqual(['wait', 'pick']);
    expect(names(found.waiting)).toEqual(['sets']);
    expect(names(found.skipped)).toEqual(['line']);
    expect(found.otherVersion.map(({ kept: { version } }) => version)).toEqual([1]);
    expect(names(found.untried)).toEqual(['sort']);
  });

  test('an answer to an older version beside one to this is not counted', () => {
    const both = collect(
      [TWO],
      workOf(kept({ ...TWO, version: 1 }, ['1', '2'], [3, 4]), kept(TWO, ['5', '6'], [5, 6])),
    );
    expect(both.otherVersion).toEqual([]);
    expect(both.compared.map(({ guessed }) => 'size' in guessed && guessed.size)).toEqual([0, 0]);
  });

  test('a name of every object is no answer', () => {
    const odd: Asked = { ...NUMBER, question: 'constructor' };
    expect(collect([odd], { answers: {} }).untried).toEqual([odd]);
  });

  test('the largest surprise comes first, an option nowhere, and equal ones as they are read', () => {
    const { compared } = collect(
      all,
      workOf(
        kept(NUMBER, '50', [0]), // 0.1
        kept(TWO, ['0', '50'], [250, 0]), // 0.5 and 0.1
        kept(CHOICE, ['same']),
        kept(ORDER, ['b', 'a', 'd', 'c']), // 0.33
      ),
    );
    const order = bySurprise(compared).map(({ asked, guessed }) => [asked.question, guessed.size]);
    expect(order).toEqual([
      ['two', 0.5],
      ['sort', 2 / 6],
      ['wait', 0.1],
      ['two', 0.1],
    ]);
  });
});

describe('calibration', () => {
  const guesses = [
    ...guessedIn(NUMBER, kept(NUMBER, '100', [200])), // 0.2 too low
    ...guessedIn(NUMBER, kept(NUMBER, '300', [200])), // 0.2 too high
    ...guessedIn(NUMBER, kept(NUMBER, '400', [200])), // 0.4 too high
    ...guessedIn(NUMBER, kept(NUMBER, '225', [200])), // 0.05: near
    ...guessedIn(CHOICE, kept(CHOICE, ['longer'])),
    ...guessedIn(CHOICE, kept(CHOICE, ['same'])),
    ...guessedIn(ORDER, kept(ORDER, ['b', 'a', 'd', 'c'])),
  ];

  test('numbers by the side on which they lie, options by right or wrong', () => {
    const { numbers, options } = calibrate(guesses);
    expect(numbers).toMatchObject({ all: 4, low: 1, high: 2, near: 1 });
    expect(numbers.median).toBeCloseTo(0.2, 9);
    expect(options).toEqual({ all: 2, right: 1, byChance: 0.5 });
  });

  test('the middle of an odd number of them, and none of none', () => {
    expect(calibrate(guesses.slice(0, 3)).numbers.median).toBeCloseTo(0.2, 9);
    expect(calibrate([]).numbers).toEqual({ all: 0, low: 0, high: 0, near: 0, median: undefined });
  });
});
