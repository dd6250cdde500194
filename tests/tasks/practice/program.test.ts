import { describe, expect, it } from 'vitest';
import { check, type ProgramKey } from '../../../src/tasks/kinds/program/check.ts';

const key: ProgramKey = {
  ...{ kind: 'program', measure: 'refused', unit: '%', scale: 100, near: 1 },
  printed: {
    refused: { unchanged: 0.0916826649, changed: 0.0862865148 },
    p99: { unchanged: 1.35901126, changed: null },
    before: { unchanged: 0.488, changed: 0.488 },
  },
};
const CHANGED = 'refused = 0.0862865148\np99 = none\nbefore = 0.488\n';

describe('what a changed program printed', () => {
  it.each([
    ['as it was printed', CHANGED],
    [
      'among other lines, with Windows’ ends',
      `$ python3 p.py\r\nminutes = 8\r\n${CHANGED.replaceAll('\n', '\r\n')}`,
    ],
    ['after an earlier run', `refused = 0.0916826649\np99 = 1.35901126\n${CHANGED}`],
    ['with its last digit rounded otherwise', CHANGED.replace('5148', '5149')],
  ])('is right %s', (_, pasted) => {
    expect(check(key, ['8.2 %', pasted])).toMatchObject({ correct: true, credit: 1 });
  });

  it('is said beside the prediction, near or not, and beside what the unchanged one prints', () => {
    expect(check(key, ['9', CHANGED]).feedback.replaceAll('\u00a0', ' ')).toContain(
      'You predicted 9 %, which is near 8.629 %; the unchanged program prints 9.168 %.',
    );
    expect(check(key, ['3', CHANGED]).feedback.replaceAll('\u00a0', ' ')).toContain(
      'You predicted 3 %, and it is 8.629 %;',
    );
  });

  it('is recognised where nothing was changed', () => {
    const { correct, feedback } = check(key, [
      '3',
      'refused = 0.0916826649\np99 = 1.35901126\nbefore = 0.488',
    ]);
    expect([correct, feedback]).toEqual([
      false,
      expect.stringContaining('what the unchanged program prints'),
    ]);
  });

  it('is told, measure by measure, where something else was changed', () => {
    const { correct, feedback } = check(key, ['3', 'refused = 0.08\np99 = none\nbefore = 0.488']);
    expect(correct).toBe(false);
    expect(feedback).toContain('in the book it prints refused = 0.0862865148. Copy');
    expect(feedback).not.toContain('before');
  });

  it.each([
    [['3', ''], 'paste what it printed'],
    [['', CHANGED], 'Your prediction: '],
    [['many', CHANGED], '“many” cannot be read as a number'],
    [['3', 'Traceback (most recent call last):'], 'no line for refused, p99 and before'],
    [['3', 'refused = 0.08'], 'p99 and before'],
    [[], 'Your prediction: '],
  ])('%j is no answer yet', (answer, says) => {
    const { readable, feedback } = check(key, answer);
    expect([readable, feedback]).toEqual([false, expect.stringContaining(says)]);
  });
});
