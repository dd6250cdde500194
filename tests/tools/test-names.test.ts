import { expect, test } from 'vitest';
import { tags } from '../../widgets/index.ts';
import { belongingTo, namesIn, testTree, titlesOf } from '../../scripts/test/names.mjs';

const TREE = {
  files: [
    'tests/architecture.test.ts',
    'tests/claims/long-waits.test.ts',
    'tests/pages/lessons/visit.spec.ts',
    'tests/pages/practice/kept.spec.ts',
    'tests/pages/run/agree.gpu.spec.ts',
    'tests/tasks/practice/check.test.ts',
    'tests/widgets/experiments/coin-toss/model.test.ts',
    'tests/widgets/experiments/coin-toss/played.test.ts',
    'tests/widgets/kit/draw/axes.test.ts',
    'tests/widgets/kit/params.test.ts',
    'tests/widgets/pictures.test.ts',
  ],
  lessons: ['long-waits', 'quick-answers'],
};

test('a room has the unit tests and the page tests of all folders of its name, at any depth', () => {
  expect(belongingTo('practice', TREE)).toEqual({
    unit: ['tests/tasks/practice/check.test.ts'],
    pages: ['tests/pages/practice/kept.spec.ts'],
    lesson: undefined,
  });
  expect(belongingTo('kit', TREE)?.unit).toEqual([
    'tests/widgets/kit/draw/axes.test.ts',
    'tests/widgets/kit/params.test.ts',
  ]);
  expect(belongingTo('draw', TREE)?.unit).toEqual(['tests/widgets/kit/draw/axes.test.ts']);
});

test('an experiment has its own tests and those that go through all experiments', () => {
  expect(belongingTo('coin-toss', TREE)).toEqual({
    unit: [
      'tests/widgets/experiments/coin-toss/model.test.ts',
      'tests/widgets/experiments/coin-toss/played.test.ts',
      'tests/widgets/pictures.test.ts',
    ],
    pages: [],
    lesson: undefined,
  });
});

test('a lesson has its claims and its checks', () => {
  expect(belongingTo('long-waits', TREE)).toEqual({
    unit: ['tests/claims/long-waits.test.ts'],
    pages: [],
    lesson: 'long-waits',
  });
  expect(belongingTo('quick-answers', TREE)).toEqual({
    unit: ['tests/python/changes.test.ts'],
    pages: [],
    lesson: 'quick-answers',
    only: 'quick-answers',
  });
});

test.each(['agree', 'agree.gpu.spec.ts', 'tests/pages/run/agree.gpu.spec.ts'])(
  'a file is known as %s',
  (name) => {
    expect(belongingTo(name, TREE)?.pages).toEqual(['tests/pages/run/agree.gpu.spec.ts']);
  },
);

test('a name that nothing has is no name, and all names can be said', () => {
  expect(belongingTo('coin', TREE)).toBeUndefined();
  const names = namesIn(TREE);
  expect(names).toContain('lessons:     long-waits, quick-answers');
  expect(names).toMatch(/experiments: coin-toss$/m);
  expect(names).toMatch(/rooms: .*draw.*kit.*practice/);
  expect(names).toMatch(/files: .*agree.*visit/);
});

test('the title of one lesson is not taken for that of another', () => {
  const pattern = new RegExp(titlesOf('waits'));
  expect('waits: whole without a script').toMatch(pattern);
  expect('long-waits: whole without a script').not.toMatch(pattern);
  expect('waits-again: whole without a script').not.toMatch(pattern);
});

test('the book’s own lessons, experiments and rooms are names', () => {
  const tree = testTree('.');
  expect(tree.lessons.length).toBeGreaterThan(0);
  for (const lesson of tree.lessons) expect(belongingTo(lesson, tree)?.lesson).toBe(lesson);
  for (const tag of tags) {
    const { unit = [] } = belongingTo(tag, tree) ?? {};
    expect(
      unit.filter((file) => file.includes(`/experiments/${tag}/`)).length,
      tag,
    ).toBeGreaterThan(0);
    expect(unit, tag).toContain('tests/widgets/conformance.test.ts');
  }
  for (const room of ['kit', 'practice', 'page', 'run', 'engine', 'shared', 'queue', 'tools']) {
    expect(belongingTo(room, tree)?.unit.length, room).toBeGreaterThan(0);
  }
});
