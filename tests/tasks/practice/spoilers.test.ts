import { describe, expect, it } from 'vitest';
import { guardOf } from '../../../src/tasks/kinds/prediction/spoilers.ts';
import { readBook } from '../../../src/tasks/practice/author/load.ts';

const prediction = (id: string, more: object) => ({
  ...{ id, version: 1, kind: 'prediction', objective: 'o', prompt: 'p', after: 'So.' },
  ...{ instance: 'bench', form: 'number', measure: 'score', ...more },
});
const book = readBook(
  new Map([
    ['content/01-one.mdx', '<Question id="first" />\n<FakeBench id="bench" />'],
    [
      'content/01-one.questions.yaml',
      JSON.stringify([
        prediction('first', { when: { knob: 8 }, withholds: ['twice'] }),
        prediction('line', {
          ...{ form: 'curve', measure: 'share', min: 0, max: 100 },
          spread: { param: 'knob', values: [0, 10, 50] },
        }),
      ]),
    ],
  ]),
);
const start = { knob: 0, dial: 1, seed: 1 };
const guard = (measure: string, change: object, lesson = '01-one', instance = 'bench') =>
  guardOf(book, lesson, { instance, measure, start, settings: { ...start, ...change } });

describe('a number in the text', () => {
  it('waits for the prediction that asks for it, whatever its seed', () => {
    expect(guard('score', { knob: 8 })).toBe('first');
    expect(guard('score', { knob: 8, seed: 4 })).toBe('first');
  });

  it('waits too when it would give the answer away', () => {
    expect(guard('twice', { knob: 8 })).toBe('first');
    expect(guard('twice', {})).toBeUndefined();
  });

  it('does not wait when it is another number', () => {
    expect(guard('score', {})).toBeUndefined();
    expect(guard('score', { knob: 8, dial: 2 })).toBeUndefined();
    expect(guard('other', { knob: 8 })).toBeUndefined();
    expect(guard('score', { knob: 8 }, '01-one', 'other')).toBeUndefined();
  });

  it('waits for a drawn line at the values that are drawn', () => {
    expect(guard('share', { knob: 10 })).toBe('line');
    expect(guard('share', { knob: 11 })).toBeUndefined();
    expect(guard('share', { knob: 10, dial: 2 })).toBeUndefined();
  });

  it('does not wait on the page of another lesson', () => {
    expect(guard('score', { knob: 8 }, '02-two')).toBeUndefined();
  });
});
