import { describe, expect, it } from 'vitest';
import { OUTCOME, SPREAD } from '../../../widgets/kit/contract/border.ts';
import type { Told } from '../../../src/tasks/kinds/prediction/form.ts';
import { answer as curveAnswer } from '../../../src/tasks/kinds/prediction/forms/curve/page.ts';
import type { CurveData } from '../../../src/tasks/kinds/prediction/forms/curve/data.ts';
import { answer as numberAnswer } from '../../../src/tasks/kinds/prediction/forms/number/page.ts';
import type { NumberData } from '../../../src/tasks/kinds/prediction/forms/number/build.ts';
import { waitingWords } from '../../../src/tasks/kinds/prediction/run-answer.ts';
import type { GivenAnswer } from '../../../src/tasks/storage/pure/work.ts';

const number: NumberData = {
  ...{ id: 'q', version: 1, lesson: '01-one', hints: 0, hasSolution: false },
  ...{ kind: 'prediction', form: 'number', unit: '%', instance: 'bench', measure: 'share' },
  ...{ when: { knob: 8 }, expected: { knob: 8, dial: 1, seed: 1 }, after: 'So.' },
  labels: { knob: 'Knob' },
  shown: { label: 'share', unit: '%', digits: 1, scale: 100 },
};
const curve: CurveData = {
  ...number,
  form: 'curve',
  spread: { param: 'knob', values: [1, 2, 4], label: 'knob', isLog: false },
};

const answerOf = (data: NumberData | CurveData) =>
  'spread' in data ? curveAnswer(data, String) : numberAnswer(data, String);
const compare = (data: NumberData | CurveData, guess: GivenAnswer, event: Event) =>
  answerOf(data).compare(guess, event as Told);

const outcome = (change: object = {}, settings: object = {}): Event => {
  const run = {
    ...{ widget: 'bench', version: 1, backend: 'sim', measures: { share: 0.314 } },
    settings: { ...number.expected, ...settings },
  };
  return new CustomEvent(OUTCOME, {
    detail: { id: 'bench', run, why: { share: 'nothing came' }, state: 'done', ...change },
  });
};
const spread = (change: object = {}): Event =>
  new CustomEvent(SPREAD, {
    detail: {
      ...{ id: 'bench', param: 'knob', measure: 'share', settings: number.expected },
      points: [1, 2, 4].map((x) => ({ x, y: x === 4 ? null : x / 10 })),
      ...change,
    },
  });
const empty = { ...{ widget: 'bench', version: 1, backend: 'sim' }, measures: { share: null } };

describe('a run', () => {
  it('answers a typed prediction in the words and units of both', () => {
    expect(compare(number, '40', outcome())).toEqual({
      sentence: 'You said 40\u00a0%; this run says 31.4\u00a0%.',
      found: [31.4],
    });
    expect(compare(number, '40 per cent', outcome())).toHaveProperty(
      'sentence',
      expect.stringContaining('You said 40\u00a0%;'),
    );
  });

  it('answers a skipped one with its number alone', () => {
    expect(compare(number, null, outcome())).toEqual({
      sentence: 'This run says 31.4\u00a0%.',
      found: [31.4],
    });
  });

  it('answers with any seed, and with no other settings', () => {
    expect(compare(number, '40', outcome({}, { seed: 7 }))).toBeDefined();
    expect(compare(number, '40', outcome({}, { dial: 2 }))).toBeUndefined();
  });

  it('answers nothing when it was stopped, or when a line was drawn', () => {
    expect(compare(number, '40', outcome({ state: 'partial' }))).toBeUndefined();
    expect(compare(curve, [{ x: 1, y: 2 }], outcome())).toBeUndefined();
  });

  it('that should answer and has no value says why', () => {
    const run = { ...empty, settings: number.expected };
    expect(compare(number, '40', outcome({ run }))).toEqual({ why: 'nothing came' });
  });
});

describe('a curve', () => {
  it('answers a drawn line by how far it was away, where both have a value', () => {
    // 10 and 20 per cent were run at 1 and 2; the line said 12 and 26.
    const drawn = [
      { x: 1, y: 12 },
      { x: 2, y: 26 },
      { x: 4, y: 50 },
    ];
    expect(compare(curve, drawn, spread())).toEqual({
      sentence:
        'Your line was 4.0\u00a0points off on average, and furthest off with knob at 2: 6.0\u00a0points.',
      found: [10, 20, null],
    });
  });

  it('over other values of its own setting is still the same; of another measure, setting or start it is not', () => {
    const of = (change: object) => compare(curve, null, spread(change));
    expect(of({ settings: { ...number.expected, knob: 3 } })).toEqual({
      sentence: 'The curve is drawn above.',
      found: [10, 20, null],
    });
    for (const change of [
      { measure: 'score' },
      { param: 'dial' },
      { settings: { ...number.expected, dial: 2 } },
    ]) {
      expect(of(change)).toBeUndefined();
    }
    expect(compare(number, '40', spread())).toBeUndefined();
  });
});

describe('a prediction without an answer yet', () => {
  const words = (guess: GivenAnswer, data: NumberData | CurveData = number) =>
    (['running', 'queued', 'unasked'] as const).map((waiting) =>
      waitingWords(answerOf(data).kept(guess), waiting),
    );
  const queued = 'Your prediction is kept. The experiment answers the one before it first.';

  it('says what was guessed, and what it waits for', () => {
    expect(words('40')).toEqual([
      'You said 40\u00a0%. The experiment is running.',
      queued,
      'You said 40\u00a0%.',
    ]);
    expect(words([{ x: 1, y: 2 }], curve)).toEqual([
      'Your line is kept. The experiment is running.',
      queued,
      'Your line is kept.',
    ]);
    for (const data of [number, curve]) {
      expect(words(null, data)).toEqual(['The experiment is running.', queued, '']);
    }
  });
});
