import { describe, expect, it, vi } from 'vitest';
import { parseFragment } from 'parse5';
import { pageData } from '../../../src/tasks/practice/author/page-data.ts';
import { proveQuestion } from '../../../src/tasks/practice/author/proofs.ts';
import type { ProofContext } from '../../../src/tasks/practice/contract.ts';
import { registry } from '../../../src/tasks/practice/author/registry.ts';
import { guardOf } from '../../../src/tasks/kinds/prediction/spoilers.ts';
import { questionMarkup } from '../../../src/tasks/practice/server/question-markup.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { fakeWidget } from './fake-widget.ts';
import { contextOf, faultsOf, firstOf, MDX } from './one-question.ts';

const predicted = (question: object): object => ({
  ...{ kind: 'prediction', instance: 'bare', after: 'So.', ...question },
});
const contextFor = (question: object): ProofContext => contextOf(predicted(question));
const faults = (question: object, mdx?: string, widget?: AnyWidget): Promise<string> =>
  faultsOf(predicted(question), mdx, widget);
const markupOf = async (question: object): Promise<string> => {
  const on = contextFor(question);
  const loaded = firstOf(on);
  return (await questionMarkup(loaded, pageData(on, loaded))).markup;
};

// The fake's score is its knob plus a thousandth of the seed, in ms; its share a hundredth of the knob.
const holds = {
  form: 'choice',
  when: { knob: 40 },
  options: [
    { id: 'less', text: 'Less.', holds: { score: { below: 30 } }, feedback: 'Look again.' },
    { id: 'more', text: 'More.', holds: { score: { atLeast: 30 } } },
  ],
};
const largest = {
  form: 'choice',
  measure: 'score',
  which: 'largest',
  options: [0, 10, 50].map((knob) => ({ id: `at-${knob}`, text: `At ${knob}`, when: { knob } })),
};
const order = {
  form: 'order',
  measure: 'score',
  items: [10, 40, 90].map((knob) => ({ id: `at-${knob}`, text: `At ${knob}`, when: { knob } })),
};
const numbers = {
  form: 'numbers',
  when: { knob: 40 },
  numbers: [
    { id: 'score', measure: 'score', unit: 'ms', min: 0, max: 100 },
    { id: 'share', measure: 'share', label: 'Share of it' },
  ],
};

describe('each form of prediction', () => {
  it.each([
    ['choice by conditions', holds],
    ['choice of the largest', largest],
    ['order', order],
    ['numbers', numbers],
  ])('%s holds when the runs say so on every seed, asked for at once', async (_, question) => {
    expect(await faults(question)).toBe('');
    const on = contextFor(question);
    await proveQuestion(on, firstOf(on));
    expect(vi.mocked(on.run).mock.calls).toHaveLength(1);
    const [, list = []] = vi.mocked(on.run).mock.calls[0] ?? [];
    expect(new Set(list.map(({ seed }) => seed))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it.each([
    ['an unknown form', { form: 'essay' }, 'form'],
    ['a choice that nothing decides', { ...largest, which: undefined }, 'say of each option'],
    ['a choice that two things decide', { ...holds, which: 'largest' }, 'take holds away'],
    [
      'an option of one run with a run of its own',
      { ...holds, options: holds.options.map((one) => ({ ...one, when: { knob: 1 } })) },
      'take when and measure away',
    ],
    ['one option', { ...largest, options: largest.options.slice(1, 2) }, 'at least two'],
    [
      'a condition without bounds',
      { ...holds, options: [{ id: 'a', text: 'a', holds: { score: {} } }] },
      'atLeast',
    ],
    [
      'a misconception that nobody speaks to',
      { ...largest, options: largest.options.map((one) => ({ ...one, misconception: 'm' })) },
      'needs a feedback',
    ],
    ['two items', { ...order, items: order.items.slice(1) }, 'at least three items'],
    ['one number', { ...numbers, numbers: numbers.numbers.slice(1) }, 'two or three numbers'],
    [
      'a scale with one end',
      { ...numbers, numbers: numbers.numbers.map((one) => ({ ...one, min: undefined })) },
      'min and max go together',
    ],
    [
      'a share as unit',
      { ...numbers, numbers: numbers.numbers.map((one) => ({ ...one, unit: 'share' })) },
      'per cent',
    ],
    ['a field of another form', { ...order, spread: {} }, '“spread”'],
  ])('with %s is refused, with file and question', (_, question, said) => {
    expect(() => contextFor(question)).toThrow(said);
    expect(() => contextFor(question)).toThrow(/01-one\.questions\.yaml:\d+, question "q"/);
  });
});

describe('a predicted choice', () => {
  it('of which no option holds, or two do, or one on some seeds only, is refused with the values', async () => {
    const with2 = (less: object, more: object) =>
      faults({
        ...holds,
        options: [
          { id: 'less', text: 'l', holds: { score: less } },
          { id: 'more', text: 'm', holds: { score: more } },
        ],
      });
    expect(await with2({ below: 30 }, { above: 50 })).toContain(
      'exactly one option must hold, and none does with seed 1 (score 40)',
    );
    expect(await with2({ below: 60 }, { above: 30 })).toContain('but less and more do with seed 1');
    expect(await with2({ below: 40.0031 }, { atLeast: 40.0031 })).toMatch(
      /the right option is less, but more with seed 4/,
    );
  });

  it('of a learner needs room for what back ends differ by', async () => {
    const near = (bound: number) => ({
      ...holds,
      options: [
        { id: 'less', text: 'l', holds: { share: { below: bound } } },
        { id: 'more', text: 'm', holds: { share: { atLeast: bound } } },
      ],
    });
    const learner = fakeWidget('lab/fake');
    expect(await faults(near(0.398))).toBe('');
    expect(await faults(near(0.398), MDX, learner)).toContain('more holds by too little');
    expect(await faults(near(0.39), MDX, learner)).toBe('');
  });

  it('between two values that are the same, or as good as the same, is refused', async () => {
    const twice = {
      ...largest,
      options: [...largest.options, { id: 'too', text: 't', when: { knob: 50 } }],
    };
    expect(await faults(twice)).toContain(
      'at-50 and too are too close to say which is the largest with seed 1',
    );
    const shares = (knob: number) => ({
      ...largest,
      measure: 'share',
      options: [...largest.options, { id: 'too', text: 't', when: { knob } }],
    });
    expect(await faults(shares(51), MDX, fakeWidget('lab/fake'))).toContain('too close');
    expect(await faults(shares(52), MDX, fakeWidget('lab/fake'))).toBe('');
  });

  it('whose right option the start shows is refused, unless it is veiled', async () => {
    expect(await faults({ ...holds, when: {} })).toContain('already shows the answer');
    const veiled = '<Question id="q" />\n<FakeBench id="bare" veil="q" />';
    expect(await faults({ ...holds, when: {} }, veiled)).toBe('');
  });

  it('about a measure, a control or a value that is not there is refused', async () => {
    const of = (change: object) => faults({ ...largest, ...change });
    expect(await of({ measure: 'speed' })).toContain('no measure "speed"');
    expect(await of({ measure: undefined })).toContain('"at-0" names no measure');
    expect(await of({ measure: 'none' })).toContain('nothing to measure');
    expect(
      await of({ options: [{ id: 'a', text: 'a', when: { lever: 1 } }, ...largest.options] }),
    ).toContain('lever');
    expect(await of({ options: [...largest.options, ...largest.options] })).toContain(
      'the same id',
    );
  });

  it('tells misconceptions to the registry, and feedback to the page, but not which is right', async () => {
    const [less, more] = holds.options;
    const asked = { ...holds, options: [{ ...less, misconception: 'It shrinks.' }, more] };
    expect(registry(contextFor(asked).book)[0]?.misconceptions).toEqual({ less: 'It shrinks.' });
    const markup = await markupOf(asked);
    expect(markup).toContain('<span data-of="less">Look again.</span>');
    expect(markup).not.toMatch(/It shrinks|correct/);
    expect(markup).toMatch(
      /<legend>Your prediction<\/legend><label class="answer-option"><input type="radio"/,
    );
  });
});

it('parts no number from its unit: in prompt, options, feedback and hints, nor in what is said at last', async () => {
  const [less, more] = holds.options;
  const said = 'It took 17 ms.';
  const markup = await markupOf({
    ...holds,
    prompt: said,
    hints: [said],
    options: [{ ...less, text: said, feedback: said }, more],
    after: said,
  });
  expect(markup).not.toContain('17 ms');
  expect(markup.split('17\u00a0ms')).toHaveLength(6);
});

describe('a predicted order', () => {
  it('that is written otherwise than the runs say is refused, with the values', async () => {
    const turned = { ...order, items: order.items.toReversed() };
    expect(await faults(turned)).toContain(
      'at-90 (90) does not come before at-40 (40) with seed 1',
    );
    expect(await faults({ ...turned, first: 'largest' })).toBe('');
  });

  it('whose neighbours are equal is refused', async () => {
    const items = [...order.items, { id: 'too', text: 't', when: { knob: 90 } }];
    expect(await faults({ ...order, items })).toContain('does not come before too');
  });

  it('sends its items to the page in no order that gives the answer away', async () => {
    const markup = await markupOf(order);
    const places = [...markup.matchAll(/data-item="(at-\d+)"/g)].map(([, id]) => id);
    expect(places.toSorted()).toEqual(['at-10', 'at-40', 'at-90']);
    expect(places).not.toEqual(['at-10', 'at-40', 'at-90']);
    const sent = [...markup.matchAll(/"id":"(at-\d+)"/g)].map(([, id]) => id);
    expect(sent).toEqual(places);
  });
});

describe('several predicted numbers', () => {
  it('off their scale are refused', async () => {
    const [score] = numbers.numbers;
    const narrow = {
      ...numbers,
      numbers: [{ ...score, id: 'narrow', max: 39 }, ...numbers.numbers],
    };
    expect(await faults(narrow)).toContain('narrow is 40 with seed 1: the scale from 0 to 39');
  });

  it('in another unit than their measures are refused', async () => {
    const wrong = { ...numbers, numbers: numbers.numbers.map((one) => ({ ...one, unit: 'ms' })) };
    expect(await faults(wrong)).toContain('in %, not in ms');
  });

  it('stand in fields of their own, each with its name and unit, in one group', async () => {
    const markup = await markupOf(numbers);
    const labels = [
      ...markup.matchAll(/<label for="([^"]+)">([^<]+)<\/label><input[^>]* id="([^"]+)"/g),
    ];
    expect(labels.map(([, , text]) => text)).toEqual(['score', 'Share of it']);
    for (const [, target, , id] of labels) expect(target).toBe(id);
    expect(new Set(labels.map(([, id]) => id)).size).toBe(2);
    expect(markup).toContain('aria-describedby="question-q-prompt question-q-share-answer-unit"');
    expect(parseFragment(markup).childNodes).toHaveLength(1);
  });
});

describe('a number in the text', () => {
  const guard = (question: object, measure: string, change: object): string | undefined => {
    const start = { knob: 0, dial: 1, mode: 'a', seed: 1 };
    const cited = { instance: 'bare', measure, start, settings: { ...start, ...change } };
    return guardOf(contextFor(question).book, '01-one', cited);
  };

  it('waits for a prediction that compares it with others', () => {
    expect(guard(largest, 'score', { knob: 50, seed: 3 })).toBe('q');
    expect(guard(largest, 'score', { knob: 51 })).toBeUndefined();
    expect(guard(order, 'score', { knob: 40 })).toBe('q');
    expect(guard(numbers, 'share', { knob: 40 })).toBe('q');
    expect(guard(numbers, 'share', {})).toBeUndefined();
    expect(guard(holds, 'score', { knob: 40 })).toBe('q');
    expect(guard({ ...holds, withholds: ['share'] }, 'share', { knob: 40 })).toBe('q');
    expect(guard(holds, 'share', { knob: 40 })).toBeUndefined();
  });
});
