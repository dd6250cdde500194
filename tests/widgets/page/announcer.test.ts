/** What a screen reader is told: of news and of results the latest, of what the reader has done all. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from '../../../widgets/page/announcer.ts';

const heard: string[] = [];
let isInSight = true;
const region = {
  checkVisibility: () => isInSight,
  set textContent(sentence: string) {
    heard.push(sentence);
  },
};
let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  heard.length = 0;
  isInSight = true;
  announcer = new Announcer(region as unknown as Element);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('of news that comes fast the latest is said', () => {
  for (const one of ['one', 'two', 'three']) announcer.say(one);
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['one', 'three']);
});

test('a result that others say is repeated when it is asked for, and else not said', () => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => then());
  announcer.result('17 ms.', true);
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([]);
  announcer.again('nothing');
  expect(heard.at(-1)).toBe('17 ms.');
});

test('ten quick moves are all said, and what came of them last', () => {
  for (let i = 1; i <= 10; i += 1) {
    announcer.report(`Move ${i}`);
    announcer.say(`${i} done.`);
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(1000);
  expect(heard[0]).toBe(
    'Move 1. Move 2. Move 3. Move 4. Move 5. Move 6. Move 7. Move 8. Move 9. Move 10. 10 done.',
  );
  vi.advanceTimersByTime(20_000);
  expect(heard).toHaveLength(1);
});

test('what was done and what came of it are one utterance, also right after another', () => {
  announcer.say('41 ms.');
  announcer.report('Undone: Replicas 2');
  announcer.say('17 ms, was 41 ms.');
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(['41 ms.', 'Undone: Replicas 2. 17 ms, was 41 ms.']);
});

test('of several states of one thing the latest is said', () => {
  const goal = {};
  announcer.report('Taken up.');
  for (const state of ['Goal now: none', 'Goal now: one', 'Goal now: both']) {
    announcer.report(state, goal);
  }
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(['Taken up. Goal now: both.']);
});

test('what is said again of a run that is under way leaves the last sentence as it was', () => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => then());
  announcer.say('41 ms.');
  announcer.again('', 'Still running, 20 % done.');
  announcer.again('');
  expect(heard).toEqual(['41 ms.', '', 'Still running, 20 % done.', '', '41 ms.']);
});

test('who goes on and on is told on the way', () => {
  for (let i = 1; i <= 40; i += 1) {
    announcer.report(`Move ${i}.`);
    vi.advanceTimersByTime(400);
  }
  expect(heard.length).toBeGreaterThan(5);
  vi.advanceTimersByTime(5000);
  const all = heard.join(' ');
  for (let i = 1; i <= 40; i += 1) expect(all).toContain(`Move ${i}.`);
});

test('a step is said at once, and news that waited is then old', () => {
  announcer.say('one');
  announcer.say('two');
  announcer.now('0.4 s');
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['one', '0.4 s']);
});

test('of results that come fast the latest is said, once, soon after it came', () => {
  for (let i = 1; i <= 12; i += 1) {
    announcer.result(`p99 ${i} ms.`);
    vi.advanceTimersByTime(250);
  }
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(750);
  expect(heard).toEqual(['p99 12 ms.']);
  vi.advanceTimersByTime(20_000);
  expect(heard).toHaveLength(1);
});

test('every result that stands is said, also soon after another', () => {
  for (let i = 1; i <= 4; i += 1) {
    announcer.result(`p99 ${i} ms.`);
    vi.advanceTimersByTime(1000);
  }
  expect(heard).toEqual(['p99 1 ms.', 'p99 2 ms.', 'p99 3 ms.', 'p99 4 ms.']);
});

test('what was undone and noticed is all said in its order, with what came of it last', () => {
  announcer.report('Trained');
  announcer.result('p99 41 ms.');
  announcer.report('Undone: Train');
  announcer.result('p99 59 ms.');
  announcer.report('Max batch cannot be 9000 here; 128 is used.');
  announcer.report('Undone: Defence');
  announcer.result('p99 47 ms.');
  announcer.result('');
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual([
    'Trained. Undone: Train. Max batch cannot be 9000 here; 128 is used. Undone: Defence. p99 47 ms.',
  ]);
});

test('results that go on and on hold no undo and no notice back', () => {
  announcer.report('Undone.');
  for (let i = 1; i <= 4; i += 1) {
    vi.advanceTimersByTime(300);
    announcer.result(`p99 ${i} ms.`);
  }
  expect(heard).toEqual(['Undone. p99 3 ms.']);
});

test('what waits is told before a step that is said at once; who asks to hear again hears that, once', () => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => then());
  announcer.report('Undone.');
  announcer.now('0.4 s');
  vi.advanceTimersByTime(1000);
  announcer.result('p99 47 ms.');
  announcer.again('');
  vi.advanceTimersByTime(20_000);
  expect(heard).toEqual(['Undone. 0.4 s', '', 'p99 47 ms.']);
});

test('of a page that is out of sight nothing is said', () => {
  announcer.result('p99 47 ms.');
  isInSight = false;
  vi.advanceTimersByTime(1000);
  announcer.say('Paused.');
  announcer.report('Failed.');
  vi.advanceTimersByTime(20_000);
  isInSight = true;
  announcer.say('41 ms.');
  expect(heard).toEqual(['41 ms.']);
});
