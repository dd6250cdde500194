import { expect, test } from 'vitest';
import type { Block } from '../../src/lecture/pure/outline.ts';
import { leftOut, minutesIn, stepsOf } from '../../src/lecture/pure/steps.ts';

const text = (...all: readonly (string | readonly [string])[]): Block => ({
  kind: 'text',
  // One in brackets carries a term or a number.
  sentences: all.map((one, at) => {
    const said = one.toString();
    const [isKey, leans, isDone] = [typeof one !== 'string', /^It /.test(said), /^Do /.test(said)];
    return { at, text: said, isKey, leans, isDone };
  }),
});
const heading = (id: string): Block => ({ kind: 'heading', id, text: id });
const asked = (id: string, asks: string, on?: string): Block => {
  return { kind: 'question', id, asks, on, text: 'How many?', isVoted: asks !== 'reach' };
};
const LESSON: readonly Block[] = [
  text('It was dark.', 'It rained.'),
  heading('city'),
  text('There are two districts.'),
  asked('guess', 'prediction', 'map'),
  { kind: 'experiment', id: 'map', text: 'The map' },
  text('Most are lopsided.', ['This is an urn.']),
  asked('later', 'prediction', 'map'),
  text('It stays so.'),
  heading('check'),
  asked('goal', 'reach', 'map'),
  heading('numbers'),
  text('Where they come from.'),
];
const steps = stepsOf(LESSON, ['numbers']);

test('scene, setting, question, vote, answer, experiment, takeaway: in the order of the lesson', () => {
  expect(steps.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'scene scene',
    'scene story',
    'setting city',
    'question guess',
    'vote guess.vote',
    'reveal guess.reveal',
    'experiment map',
    'takeaway city.2',
    'question later',
    'vote later.vote',
    'reveal later.reveal',
    'experiment later.map',
    'takeaway city.3',
    'question goal',
    'experiment goal.map',
    'reveal goal.reveal',
    'next next',
  ]);
});

test('every block that is lectured is shown or noted, and every id is there once', () => {
  const used = new Set(steps.flatMap(({ shows, notes }) => [...shows, ...notes]));
  const lectured = LESSON.flatMap((block, i) => (block.kind === 'heading' || i === 11 ? [] : i));
  expect([...used].toSorted((a, b) => a - b)).toEqual(lectured);
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
});

test('no answer before its vote', () => {
  for (const id of ['guess', 'later']) {
    const at = (name: string): number => steps.findIndex((step) => step.id === name);
    expect(at(id)).toBeLessThan(at(`${id}.vote`));
    expect(at(`${id}.vote`)).toBeLessThan(at(`${id}.reveal`));
  }
});

test('a screen has what fits on it: the first sentences and those that carry something', () => {
  const long = 'x'.repeat(250);
  const told = text(long, long, ['The term.'], long);
  const [, , end] = stepsOf([text('A'), heading('end'), told]);
  expect(end?.says.map(({ sentence }) => sentence.text)).toEqual([long, 'The term.']);
  // The scene has its first paragraph, and the question with which its last one ends.
  const [, story] = stepsOf([text('It was dark.', 'It rained.'), told, text('Why?')]);
  expect(story?.says.map(({ sentence }) => sentence.text)).toEqual([
    'It was dark.',
    'It rained.',
    'Why?',
  ]);
  // Though a sentence is too long by itself, it is said.
  const [, huge] = stepsOf([text('y'.repeat(900))]);
  expect(huge?.says).toHaveLength(1);
});

test('a sentence that leans on the one before is said with it or not at all', () => {
  const says = (...told: readonly Block[]): readonly string[] =>
    stepsOf([text('A'), heading('end'), ...told]).flatMap(({ kind, says: all }) =>
      kind === 'takeaway' ? all.map(({ sentence }) => sentence.text) : [],
    );
  expect(says(text('One.', 'Two.', ['It grows.'], 'Three.'))).toEqual([
    'One.',
    'Two.',
    'It grows.',
  ]);
  expect(says(text('One.', 'Do this.', ['It grows.']))).toEqual(['One.']);
  expect(says(text(['It grows.'], 'Two.'))).toEqual(['Two.']);
  const long = 'x'.repeat(250);
  expect(says(text(long, long, [`It ${long}`]))).toEqual([long]);
});

test('minutes are halves, so that a list adds up to what is said of it', () => {
  for (const { minutes } of steps) expect(minutes % 0.5).toBe(0);
});

test('a cut takes whole units, keeps scene, first question and end, and is no longer than asked', () => {
  const all = minutesIn(steps);
  for (const most of [0, 5, 8, all]) {
    const out = leftOut(steps, most);
    const kept = steps.filter(({ id }) => !out.includes(id));
    expect(kept.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['scene', 'guess', 'guess.vote', 'guess.reveal', 'map', 'next']),
    );
    for (const one of kept)
      expect(out.filter((id) => steps.find((step) => step.id === id)?.unit === one.unit)).toEqual(
        [],
      );
    const least = minutesIn(kept.filter(({ rank }) => rank <= 1));
    expect(minutesIn(kept)).toBeLessThanOrEqual(Math.max(most, least));
  }
  expect(leftOut(steps, all + 1e-9)).toEqual([]);
});
