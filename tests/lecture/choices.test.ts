import { expect, test } from 'vitest';
import { choicesOf } from '../../src/lecture/pure/choices.ts';
import { lessonQuestions } from './questions.ts';

test('five numbers in order, the right one among them, and each plainly another', () => {
  for (const right of [0, 0.3, 4, 37, 62.1, 99, 1234])
    for (const [id, near] of [
      ['a', 0.01],
      ['b', 1],
      ['c', 5],
    ] as const) {
      const scale = right <= 100 ? { min: 0, max: 100 } : {};
      const all = choicesOf({ id, right, near, wrong: [right + 3 * near], ...scale });
      expect(all.length).toBeGreaterThanOrEqual(4);
      expect(all).toEqual(all.toSorted((a, b) => a - b));
      const away = all.map((one) => Math.abs(one - right)).toSorted((a, b) => a - b);
      // Rounded as a person says it, by less than what counts as the same or a fiftieth; no other counts as the same.
      expect(away[0], `${right} ± ${near}: ${all}`).toBeLessThanOrEqual(Math.max(near, right / 50));
      expect(away[1], `${right} ± ${near}: ${all}`).toBeGreaterThan(near);
    }
});

test('a known wrong answer is offered, and a side on which guesses lie is not empty', () => {
  expect(choicesOf({ id: 'x', right: 62, near: 5, wrong: [50], min: 30, max: 100 })).toContain(50);
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const all = choicesOf({
      id,
      right: 90,
      near: 2,
      wrong: [],
      min: 0,
      max: 100,
      sides: ['low', 'high'],
    });
    expect(Math.min(...all)).toBeLessThan(88);
    expect(Math.max(...all)).toBeGreaterThan(92);
  }
});

test('the right one does not always stand in the same place', () => {
  const places = Array.from({ length: 40 }, (_, i) => {
    const all = choicesOf({ id: `q${i}`, right: 50, near: 2, wrong: [], min: 0, max: 100 });
    return all.indexOf(50);
  });
  expect(new Set(places).size).toBeGreaterThanOrEqual(3);
});

test('every number that a lesson asks for can be voted on', () => {
  const asked = lessonQuestions();
  expect(asked.length).toBeGreaterThan(80);
  for (const { id, choices } of asked) {
    expect(choices.length, id).toBeGreaterThanOrEqual(3);
    expect(new Set(choices).size, id).toBe(choices.length);
  }
});
