/** The queue of answers that somebody has to read, and decisions that outlive a session. */
import { describe, expect, it } from 'vitest';
import { likeNextToLike } from '../../../src/tasks/grading/pure/grade/likeness.ts';
import { shownOf } from '../../../src/tasks/grading/pure/grade/shown.ts';
import { gradeClass, type Submitted } from '../../../src/tasks/grading/pure/grade/class.ts';
import {
  decisionsIn,
  ofLaterRevision,
  toRead,
  withDecision,
} from '../../../src/tasks/grading/pure/grade/reading.ts';
import { submissionFor, honest, KEY, rightFor } from './toy.ts';

const submissions = [
  submissionFor('7', { sum: 'about a dozen', pick: ['red'], x: rightFor('7').x }),
  submissionFor('8', { sum: String(rightFor('8').sum) }),
  submissionFor('9', { sum: 'twelve?' }),
];
const [student] = submissions.map(({ student: who }) => who);
const ofToRead = {
  student: student ?? { name: '', number: '' },
  of: 3,
  says: '',
  answer: null,
  receipt: '',
};
const files = submissions.map((read, i): Submitted => ({ file: `${i}.json`, read }));

describe('the queue', () => {
  it('holds what no judge could decide, item by item, with what was given', () => {
    const queue = toRead(KEY, files, gradeClass(KEY, files, honest(submissions)));
    expect(
      queue.map(({ student, item, answer }) => `${item} ${student.number} ${String(answer)}`),
    ).toEqual(['toy-sum 7 about a dozen', 'toy-sum 9 twelve?']);
  });

  it('has runs in it that could not be repeated, and is shorter by each decision', () => {
    const without = gradeClass(KEY, files, new Map());
    expect(toRead(KEY, files, without).map(({ item }) => item)).toEqual([
      'toy-sum',
      'toy-sum',
      'toy-bring',
    ]);
    const decision = { number: '07', item: 'toy-sum', points: 1, note: 'the right idea' };
    const decided = gradeClass(KEY, files, new Map(), { decisions: [decision] });
    expect(toRead(KEY, files, decided).map(({ student }) => student.number)).toEqual(['9', '7']);
  });
});

it('hand-ins of a later revision than the key are told, by their students', () => {
  const result = gradeClass(KEY, files, new Map());
  expect(ofLaterRevision(KEY, files, result)).toEqual([]);
  const [first, ...others] = submissions as [(typeof submissions)[0], ...typeof submissions];
  const later = { ...first, assignment: { ...first.assignment, version: 9 } };
  const corrected = [later, ...others].map((read, i) => ({ file: `${i}.json`, read }));
  expect(ofLaterRevision(KEY, corrected, gradeClass(KEY, corrected, new Map()))).toEqual([
    `The key is of revision 1, and a later one (up to 9) was handed in by: ${first.student.name} (7). Load the link or the key of revision 9, and grade again.`,
  ]);
});

describe('whoever reads', () => {
  it('has question and solution with the numbers of this student, and the runs as they were repeated', () => {
    const told = { ...KEY.items['toy-bring'], prompt: 'Bring {load}.', solution: 'To {load}.' };
    const key = { ...KEY, items: { ...KEY.items, 'toy-bring': told } } as typeof KEY;
    const run = submissions[0]?.items['toy-bring']?.runs[0];
    const one = { ...ofToRead, item: 'toy-bring', runs: run ? [run] : [] };
    const load = Number(run?.settings['load']);
    const shown = shownOf(key, one, honest(submissions));
    expect(shown).toMatchObject({
      question: `Bring ${load}.`,
      solution: expect.stringMatching(
        new RegExp(`^For example: x \\d+\\n\\nTo ${load}\\.$`),
      ) as unknown,
    });
    expect(shown.rubric).toMatchObject([{ id: 'all', points: 3 }]);
    expect(shown.runs).toMatchObject([
      {
        says: `toy, x ${load}: height ${load}, cost ${5 * load}`,
        run: { widget: 'toy', settings: { x: load } },
      },
    ]);
    // What was not repeated cannot be drawn.
    expect(shownOf(key, one, new Map()).runs).toEqual([{ says: `toy, x ${load}: not repeated` }]);
  });

  it('has like answers one after another, whatever numbers stand in them', () => {
    const [a, b, c] = [
      'the queue grows by 12 a second',
      'nothing',
      'the queue grows by 7 a minute',
    ];
    expect(likeNextToLike([a, b, c], (text) => text ?? '')).toEqual([a, c, b]);
  });
});

describe('decisions', () => {
  const one = { number: '7', item: 'toy-sum', points: 1, note: '' };

  it('are one for each answer: the later holds', () => {
    const all = withDecision(withDecision([], one), { ...one, number: '007', points: 2 });
    expect(all).toEqual([{ ...one, number: '007', points: 2 }]);
    expect(withDecision(all, { ...one, item: 'toy-pick' })).toHaveLength(2);
  });

  it('come back from a file; what is broken is left out', () => {
    const broken = [{ ...one, points: -1 }, { ...one, points: '2' }, { item: 'x' }, null, 'x'];
    expect(decisionsIn(JSON.stringify({ decisions: [one, ...broken] }))).toEqual([one]);
    expect(decisionsIn('{')).toEqual([]);
    expect(decisionsIn('null')).toEqual([]);
    expect(decisionsIn('{"decisions":{}}')).toEqual([]);
  });
});
