import { expect, test } from 'vitest';
import { changesOf } from '../../src/margin/pure/changes.ts';

test.each([
  ['nothing', ['a', 'b'], ['a', 'b'], []],
  ['a paragraph that was rewritten', ['a', 'b', 'c'], ['a', 'B', 'c'], [{ at: 1, before: 'b' }]],
  ['the first one', ['a', 'b'], ['A', 'b'], [{ at: 0, before: 'a' }]],
  [
    'two in a row',
    ['a', 'b', 'c', 'd'],
    ['a', 'B', 'C', 'd'],
    [
      { at: 1, before: 'b' },
      { at: 2, before: 'c' },
    ],
  ],
  ['a new one', ['a', 'b'], ['a', 'new', 'b'], [{ at: 1 }]],
  ['one that is gone marks none', ['a', 'b', 'c'], ['a', 'c'], []],
  ['two that changed places mark none', ['a', 'b', 'c'], ['b', 'a', 'c'], []],
])('of a text that has changed: %s', (_name, then, now, changes) => {
  expect(changesOf(then, now)).toEqual(changes);
});
