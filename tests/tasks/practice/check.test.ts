import { describe, expect, it } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import type { JudgedRun } from '../../../src/tasks/judge/answers.ts';
import { check } from '../../../src/tasks/judge/check.ts';
import { readNumber } from '../../../src/tasks/judge/read-number.ts';
import { check as checkChoice, type ChoiceKey } from '../../../src/tasks/kinds/choice/check.ts';
import { check as checkNumber, type NumberKey } from '../../../src/tasks/kinds/number/check.ts';
import { check as checkPrediction } from '../../../src/tasks/kinds/prediction/check.ts';
import { distance } from '../../../src/tasks/kinds/prediction/forms/curve/check.ts';
import { conditions, type Goal } from '../../../src/tasks/judge/conditions.ts';
import { check as checkReach } from '../../../src/tasks/kinds/reach/check.ts';

const p99: NumberKey = {
  kind: 'number',
  answer: 76,
  unit: 'ms',
  tolerance: { absolute: 1 },
  wrong: [
    { id: 'mean', value: 31, misconception: 'the mean is p99', feedback: 'That is the mean.' },
    { id: 'near', value: 31.5, tolerance: { absolute: 5 }, misconception: 'm', feedback: 'Wider.' },
  ],
};
const run = (measures: JudgedRun['measures'], state: JudgedRun['state'] = 'done'): JudgedRun => ({
  state,
  measures,
  why: { p99: 'the queue grows for ever' },
});

describe('a typed number', () => {
  it.each([
    ['76', 76],
    ['76 ms', 76],
    ['76ms', 76],
    ['0.076 s', 76],
    ['.076 seconds', 76],
    ['76,000 µs', 76],
    ['1,234', 1234],
    ['1 234.5', 1234.5],
    ['12,345,678', 12345678],
    ['−5', -5],
    ['about 76', 76],
    ['~7.6e1 ms.', 76],
    ['12,5', 12.5],
    ['0,076 s', 76],
    ['1.234,5', 1234.5],
  ])('%s is read as %d ms', (typed, value) => {
    expect(readNumber(typed, 'ms')).toEqual({ value });
  });

  it.each(['', 'many', '1,23,456', '1,234,5', '1.2.3', '76 apples', '76 %', '--3'])(
    '“%s” is not guessed at but answered with a sentence',
    (typed) => {
      const read = readNumber(typed, 'ms');
      expect('problem' in read && read.problem.length).toBeGreaterThan(10);
    },
  );

  it('asks back where a comma among per cent may group or divide', () => {
    expect(readNumber('76,190', '%')).toHaveProperty('problem', expect.stringContaining('76.190'));
    expect(readNumber('76,19 %', '%')).toEqual({ value: 76.19 });
    expect(readNumber('76,190', 'calls')).toEqual({ value: 76190 });
  });

  it('knows a rate in its usual spellings, and refuses another unit', () => {
    for (const typed of [
      '600',
      '600/s',
      '600 requests per second',
      '600 requests a second',
      '600 requests',
    ]) {
      expect(readNumber(typed, 'requests/s')).toEqual({ value: 600 });
    }
    expect(readNumber('600 ms', 'requests/s')).toHaveProperty('problem');
    expect(readNumber('3 ms')).toHaveProperty('problem');
  });

  it('reads large numbers in words where billions are asked, and asks about those written out', () => {
    const all = ['500', '500 billion', '500 billion tokens', '0.5 trillion', '500,000 million'];
    for (const unit of ['billion', 'billion tokens']) {
      for (const typed of [...all, '500 bn'])
        expect(readNumber(typed, unit)).toEqual({ value: 500 });
      for (const typed of ['5e11', '500,000,000,000', '500,000,000,000 tokens'])
        expect(readNumber(typed, unit)).toEqual({
          problem: 'Do you mean 500 billion? Write it that way.',
        });
    }
    expect(readNumber('2.5 million visits', 'million')).toEqual({ value: 2.5 });
    expect(readNumber('12 apples and 3', 'million')).toHaveProperty('problem');
    expect(readNumber('2500000', 'million')).toEqual({
      problem: 'Do you mean 2.5 million? Write it that way.',
    });
    expect(readNumber('500 ms', 'billion tokens')).toHaveProperty('problem');
    expect(readNumber('500 billion words', 'billion tokens')).toHaveProperty('problem');
    expect(readNumber('5 billion', 'ms')).toHaveProperty('problem');
  });

  it('reads back every number as the page would print it', () => {
    const random = seeded(1, 'numbers');
    for (let i = 0; i < 300; i += 1) {
      const value = Number((random.normal() * 10 ** random.whole(6)).toPrecision(6));
      expect(readNumber(value.toLocaleString('en', { maximumFractionDigits: 20 }))).toEqual({
        value,
      });
    }
  });
});

describe('a number question', () => {
  it('accepts what is within the tolerance, its edge included, and nothing beyond', () => {
    for (const typed of ['75', '77', '0.077 s']) expect(checkNumber(p99, typed).correct).toBe(true);
    for (const typed of ['74.9', '77.1']) expect(checkNumber(p99, typed).correct).toBe(false);
  });

  it('takes the wider of an absolute and a relative tolerance', () => {
    const wide = { ...p99, tolerance: { absolute: 1, relative: 0.1 } };
    expect(checkNumber(wide, '83.6').correct).toBe(true);
    expect(checkNumber(wide, '83.7').correct).toBe(false);
  });

  it('gives the feedback of the first known wrong answer that fits', () => {
    expect(checkNumber(p99, '31')).toMatchObject({
      credit: 0,
      feedback: 'That is the mean.',
      about: ['mean'],
    });
    expect(checkNumber(p99, '35').about).toEqual(['near']);
    expect(checkNumber(p99, '50').about).toEqual([]);
  });

  const share: NumberKey = {
    kind: 'number',
    answer: 76.2,
    unit: '%',
    tolerance: { absolute: 1 },
    wrong: [{ id: 'points', value: 0.5, misconception: 'm', feedback: 'f' }],
  };

  it('in per cent asks back when a share may be meant, and takes it with its sign', () => {
    expect(checkNumber(share, '0.762')).toMatchObject({ readable: false, correct: false });
    expect(checkNumber(share, '0.762').feedback).toContain('76.2 %');
    expect(checkNumber(share, '0,3').feedback).toContain('30 %');
    for (const typed of ['76.2%', '76,2', '76.2 per cent', '76']) {
      expect(checkNumber(share, typed).correct).toBe(true);
    }
    expect(checkNumber(share, '0.5 %').about).toEqual(['points']);
    expect(checkNumber(share, '0')).toMatchObject({ readable: true, correct: false });
  });

  it('in per cent takes a small answer as it is written', () => {
    expect(checkNumber({ ...share, answer: 0.4, tolerance: {} }, '0.4').correct).toBe(true);
  });

  it('asks back when the right time stands there in another unit', () => {
    expect(checkNumber(p99, '0.076')).toMatchObject({ readable: false });
    expect(checkNumber(p99, '0.076').feedback).toContain('0.076 s');
    expect(checkNumber(p99, '0.076 ms')).toMatchObject({ readable: true, correct: false });
    expect(checkNumber(p99, '0.05')).toMatchObject({ readable: true, correct: false });
  });

  it('does not count what it cannot read as a try', () => {
    expect(check(p99, 'soon').readable).toBe(false);
    expect(check(p99, ['a']).readable).toBe(false);
  });
});

describe('a choice', () => {
  const option = (id: string, correct: boolean) => ({
    id,
    text: id,
    correct,
    feedback: `on ${id}`,
  });
  const many: ChoiceKey = {
    kind: 'choice',
    many: true,
    options: [option('a', true), option('b', true), option('c', false), option('d', false)],
  };

  it('gives full credit to exactly the right picks, over every set of picks', () => {
    for (let set = 1; set < 16; set += 1) {
      const picked = ['a', 'b', 'c', 'd'].filter((_, i) => set & (1 << i));
      const hits = picked.filter((id) => id < 'c').length;
      const { credit, correct } = checkChoice(many, picked);
      expect(credit).toBe(Math.max(0, (hits - (picked.length - hits)) / 2));
      expect(correct).toBe(set === 3);
    }
  });

  it('explains wrong picks only, and does not give the rest away', () => {
    expect(checkChoice(many, ['a', 'c']).about).toEqual(['c']);
    expect(checkChoice(many, ['a']).about).toEqual([]);
    expect(checkChoice(many, ['b', 'a']).about).toEqual(['a', 'b']);
  });

  it('judges nothing when nothing is picked, or only what does not exist', () => {
    expect(check(many, []).readable).toBe(false);
    expect(check(many, ['z']).readable).toBe(false);
  });

  it('of one right option is right or wrong', () => {
    const one = { ...many, many: false, options: [option('a', true), option('b', false)] };
    expect(checkChoice(one, ['a']).credit).toBe(1);
    expect(checkChoice(one, ['b'])).toMatchObject({ credit: 0, feedback: 'on b' });
  });
});

describe('a goal', () => {
  const checkGoal = (of: Goal, judged: JudgedRun) =>
    checkReach({ kind: 'reach', goal: of }, judged);
  const goal = { p99: { atMost: 200 }, throughput: { above: 600, below: 900 } };

  it('is met when every condition holds, bounds included only where they say so', () => {
    expect(checkGoal(goal, run({ p99: 200, throughput: 601 })).correct).toBe(true);
    expect(checkGoal(goal, run({ p99: 200, throughput: 600 }))).toMatchObject({
      credit: 0.5,
      about: ['throughput'],
    });
    expect(checkGoal(goal, run({ p99: 200.1, throughput: 900 })).credit).toBe(0);
  });

  it('calls a measure that has no value as a reader knows it', () => {
    const judged = { ...run({}), why: { tprLamp: 'too few to tell' } };
    const shown = { tprLamp: { label: 'lamp' } };
    const { feedback } = checkReach(
      { kind: 'reach', goal: { tprLamp: { atLeast: 1 } }, shown },
      judged,
    );
    expect(feedback).toContain('lamp: no value: too few to tell.');
    expect(feedback).not.toContain('tprLamp');
  });

  it('is never met by a run that was stopped', () => {
    const partial = run({ p99: 1, throughput: 700 }, 'partial');
    expect(checkGoal(goal, partial)).toMatchObject({ readable: false, correct: false, credit: 0 });
    expect(conditions(goal, partial).some((one) => one.met)).toBe(false);
  });

  it('is not met by a measure without a value, and says why', () => {
    const verdict = checkGoal({ p99: { atLeast: -1 } }, run({ p99: null }));
    expect(verdict.correct).toBe(false);
    expect(verdict.feedback).toContain('the queue grows for ever');
  });

  it('is tightened by a margin on either side', () => {
    const met = (p: number, margin: number) =>
      conditions({ p99: { atLeast: 10, atMost: 20 } }, run({ p99: p }), () => margin)[0]?.met;
    expect([met(10, 0), met(20, 0), met(10, 1), met(20, 1), met(11, 1), met(19, 1)]).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('without conditions is met by nothing', () => {
    expect(checkGoal({}, run({})).correct).toBe(false);
  });
});

describe('a prediction', () => {
  const key = { kind: 'prediction', form: 'number', unit: '%', min: 0, max: 100 } as const;

  it('is never wrong when it can be read', () => {
    for (const typed of ['0', '100', '55 %', '1']) {
      expect(checkPrediction(key, typed)).toMatchObject({ readable: true, correct: true });
    }
  });

  it('asks again when a share may be meant, or the range is left', () => {
    expect(checkPrediction(key, '0.3').feedback).toContain('30 %');
    expect(checkPrediction(key, '0.3 %').readable).toBe(true);
    expect(checkPrediction(key, '101').feedback).toContain('0 to 100');
    expect(checkPrediction({ ...key, form: 'curve' }, [{ x: 1, y: 101 }]).readable).toBe(false);
    const bad = checkPrediction({ ...key, form: 'curve' }, [
      { x: 1, y: 50 },
      { x: 16, y: 101 },
    ]);
    expect(bad.feedback).toContain('At 16 your line says 101.');
    expect(checkPrediction({ ...key, form: 'curve' }, []).readable).toBe(false);
  });

  it('is compared point by point, where the curve has a value', () => {
    const drawn = [1, 2, 4].map((x) => ({ x, y: 10 }));
    const curve = [
      { x: 1, y: 12 },
      { x: 2, y: 4 },
      { x: 4, y: null },
    ];
    expect(distance(drawn, curve)).toEqual({ mean: 4, most: 6, at: 2 });
    expect(distance(drawn, [])).toBeNull();
  });
});
