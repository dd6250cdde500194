import { describe, expect, it, vi } from 'vitest';
import { proveBook, proveQuestion } from '../../../src/tasks/practice/author/proofs.ts';
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import { answerOf } from '../../../src/tasks/kinds/number/prove.ts';
import type { NumberQuestion } from '../../../src/tasks/kinds/number/schema.ts';
import { fakeWidget } from './fake-widget.ts';
import { contextOf, faultsOf, firstOf, MDX } from './one-question.ts';

const reach = {
  kind: 'reach',
  core: true,
  solution: 's',
  instance: 'bench',
  start: { knob: 5 },
  vary: ['knob'],
  goal: { score: { atLeast: 90 } },
  answerSettings: { knob: 95 },
};

describe('a goal', () => {
  it('that is reached by its solution, and seldom by luck, holds', async () => {
    expect(await faultsOf(reach)).toBe('');
  });

  it('that its own solution does not meet is refused, with the values it gave', async () => {
    const unanswerable = { ...reach, goal: { score: { atLeast: 99 } } };
    expect(await faultsOf(unanswerable)).toMatch(
      /no solution holds: \{"knob":95\} with seed 1 gives score 95\.001/,
    );
  });

  it('that is met on one seed only is refused', async () => {
    const lucky = { ...reach, goal: { score: { atLeast: 90, atMost: 95.0031 } } };
    const said = await faultsOf(lucky);
    expect(said).toContain('with seed 4 gives score');
  });

  it('that the start already meets is refused', async () => {
    const said = await faultsOf({ ...reach, start: { knob: 93 } });
    expect(said).toContain('the start already meets the goal');
  });

  it('that more than a fifth of random settings meet is refused', async () => {
    expect(await faultsOf({ ...reach, goal: { score: { atLeast: 50 } } })).toMatch(
      /^\d+\.\d % of random settings meet the goal, .* at most 20\.0 % may/,
    );
  });

  it('on a measure without a value is refused, with the reason', async () => {
    expect(await faultsOf({ ...reach, goal: { none: { above: 0 } } })).toContain(
      'there is nothing to measure',
    );
  });

  it('of a learner must hold by half a point of a share; a simulation need not', async () => {
    const narrow = { ...reach, goal: { share: { atLeast: 0.946 } } };
    const safe = { ...reach, goal: { share: { atLeast: 0.945 } } };
    const learner = fakeWidget('lab/fake');
    expect(await faultsOf(narrow)).toBe('');
    expect(await faultsOf(narrow, MDX, learner)).toContain('no solution holds');
    expect(await faultsOf(safe, MDX, learner)).toBe('');
  });

  it.each([
    [
      'an experiment that is not there',
      { instance: 'nowhere' },
      /no experiment with the id "nowhere"/,
    ],
    ['a measure that is not there', { goal: { speed: { above: 1 } } }, /no measure "speed"/],
    ['a control that is not there', { vary: ['knob', 'lever'] }, /no control "lever"/],
    ['a start out of range', { start: { knob: 101 } }, /knob cannot be 101; 100 would be used/],
    ['a solution that moves what must stand still', { answerSettings: { dial: 9 } }, /moves dial/],
  ])('with %s is refused', async (_what, change, said) => {
    expect(await faultsOf({ ...reach, ...change })).toMatch(said);
  });

  it('is tried at twenty settings that lie in range, on the controls’ own scales, the same each time', () => {
    const vary = ['knob', 'dial', 'mode'];
    const draws = Array.from({ length: 20 }, (_, i) => randomSettings(fakeWidget(), vary, i + 1));
    expect(draws).toEqual(
      Array.from({ length: 20 }, (_, i) => randomSettings(fakeWidget(), vary, i + 1)),
    );
    const dials = draws.map((draw) => Number(draw['dial']));
    expect(dials.every((dial) => dial >= 1 && dial <= 10_000)).toBe(true);
    // On a linear scale one in a hundred would be under 100; on this one it is half.
    const low = dials.filter((dial) => dial < 100).length;
    expect(low).toBeGreaterThan(4);
    expect(low).toBeLessThan(16);
    expect(new Set(draws.map((draw) => draw['mode']))).toEqual(new Set(['a', 'b']));
  });
});

describe('a number question', () => {
  const number = {
    kind: 'number',
    core: true,
    solution: 's',
    answer: { widget: 'fake-bench', settings: { knob: 30 }, measure: 'share' },
    unit: '%',
    tolerance: { absolute: 1 },
  };

  it('has its answer computed, a share in per cent', async () => {
    const on = contextOf(number);
    expect(await faultsOf(number)).toBe('');
    expect(await answerOf(on, firstOf(on).question as NumberQuestion)).toBe(30);
    expect(vi.mocked(on.run).mock.calls.map(([, list]) => list.length)).toEqual([1]);
  });

  const wrong = (id: string, value: number) => ({ id, value, misconception: 'm', feedback: 'f' });
  it.each([
    [
      'a known wrong answer that is right',
      { wrong: [wrong('w', 30.5)] },
      /"w" \(30\.5 %\) counts as right/,
    ],
    [
      'a known wrong answer that another hides',
      { wrong: [wrong('v', 5), wrong('w', 5.5)] },
      /"w" \(5\.5 %\) is told what "v" is told/,
    ],
    ['another unit than its measure', { unit: 'ms' }, /in %, not in ms/],
    [
      'an answer without a value',
      { unit: undefined, answer: { ...number.answer, measure: 'none' } },
      /nothing to measure/,
    ],
    ['a widget that is not there', { answer: { ...number.answer, widget: 'x' } }, /no widget "x"/],
  ])('with %s is refused', async (_what, change, said) => {
    expect(await faultsOf({ ...number, ...change })).toMatch(said);
  });
});

describe('a choice', () => {
  const option = (id: string, correct: boolean) => ({
    id,
    text: id,
    correct,
    feedback: 'f',
    misconception: 'm',
  });
  const choice = (...options: object[]) => ({ kind: 'choice', core: true, solution: 's', options });

  it('has right and wrong options, of which one is right unless it says many', async () => {
    expect(await faultsOf(choice(option('a', true), option('b', false)))).toBe('');
    expect(await faultsOf(choice(option('a', false), option('b', false)))).toContain(
      'no option is correct',
    );
    expect(await faultsOf(choice(option('a', true), option('b', true)))).toContain(
      'every option is correct',
    );
    const two = choice(option('a', true), option('b', true), option('c', false));
    expect(await faultsOf(two)).toContain('many: true');
    expect(await faultsOf({ ...two, many: true })).toBe('');
    expect(await faultsOf(choice(option('a', true), option('a', false)))).toContain('same id');
  });
});

describe('a prediction', () => {
  const prediction = {
    kind: 'prediction',
    instance: 'bare',
    form: 'number',
    measure: 'score',
    after: 'So.',
  };

  it('asks about other settings than the start, or veils the experiment', async () => {
    expect(await faultsOf(prediction)).toContain('already shows the answer');
    expect(await faultsOf({ ...prediction, when: { knob: 0 } })).toContain(
      'already shows the answer',
    );
    expect(await faultsOf({ ...prediction, when: { knob: 8 } })).toBe('');
    expect(await faultsOf({ ...prediction, instance: 'bench' })).toBe('');
  });

  it('withholds measures that its experiment has', async () => {
    const asked = { ...prediction, when: { knob: 8 } };
    expect(await faultsOf({ ...asked, withholds: ['score'] })).toBe('');
    expect(await faultsOf({ ...asked, withholds: ['nothing'] })).toContain('no measure "nothing"');
  });

  it('stands before what it veils', async () => {
    const late = '<FakeBench id="bench" veil="q" />\n<Question id="q" />';
    expect(await faultsOf({ ...prediction, instance: 'bench' }, late)).toContain(
      'before the experiment',
    );
  });

  it('is drawn over values that the experiment runs', async () => {
    const curve = (values: number[], param = 'knob') => ({
      ...prediction,
      form: 'curve',
      min: 0,
      max: 100,
      spread: { param, values },
    });
    expect(await faultsOf(curve([0, 10, 50]))).toBe('');
    expect(await faultsOf(curve([0, 11, 50]))).toContain('does not run 11');
    expect(await faultsOf(curve([0, 50, 10]))).toContain('must rise');
    expect(await faultsOf(curve([0, 1, 2], 'mode'))).toContain('no number control "mode"');
  });

  it('is drawn on axes that hold the curve, of a learner too, whose runs are asked for at once', async () => {
    const curve = (max: number, measure = 'score') => ({
      ...prediction,
      ...{ form: 'curve', min: 0, max, measure },
      spread: { param: 'knob', values: [0, 10, 50] },
    });
    expect(await faultsOf(curve(51))).toBe('');
    expect(await faultsOf(curve(40))).toContain('score is 50 at knob 50: the axis from 0 to 40');
    expect(await faultsOf(curve(49, 'share'))).toContain('share is 50 at knob 50');
    expect(await faultsOf(curve(50, 'share'))).toBe('');
    expect(await faultsOf(curve(1, 'none'))).toContain('none has no value at any');
    const on = contextOf(curve(51), MDX, fakeWidget('lab/fake'));
    expect(await proveQuestion(on, firstOf(on))).toEqual([]);
    expect(vi.mocked(on.run).mock.calls.map(([, list]) => list.length)).toEqual([3]);
  });
});

describe('the proof of the whole book', () => {
  it('names lesson, question and what to do', async () => {
    const found = await proveBook(contextOf({ ...reach, start: { knob: 93 } }));
    expect(found.join('\n')).toContain(
      'content/01-one.questions.yaml:1, question "q": the start already meets the goal; begin elsewhere',
    );
  });

  it('can be done in parts, which together are the whole', async () => {
    const three = ['q', 'r', 's'].map((id) => ({ ...reach, id, start: { knob: 93 } }));
    const on = contextOf(three);
    const all = await proveBook(on);
    expect(all).toHaveLength(3);
    const even = await proveBook(on, (_, i) => i % 2 === 0);
    const odd = await proveBook(on, (_, i) => i % 2 === 1);
    expect([even.length, odd.length]).toEqual([2, 1]);
    expect([...even, ...odd].toSorted()).toEqual(all.toSorted());
  });
});
