/** Assignments whose answers are a student’s own: no message that everybody pastes under a number of their own is worth much. */
import { describe, expect, it } from 'vitest';
import { provenAssignments, type ProvenAssignment } from '../../../src/tasks/sets/author/load.ts';

/** Open until January, and graded as they are: another answer to an item would be another task for who has begun. */
const AS_THEY_WERE = ['monday-morning', 'the-night-shift'];
/** What one message earns of all points, and in how many variants one answer is right, at most. */
const [EARNED, RIGHT] = [0.1, 0.05];
/** From so many points on an item has answers of one’s own; of reasons and orders it is the situation that varies. */
const LARGE = 3;
const TOLD = ['text', 'order'];

const all = await provenAssignments();

/** What does not hold of it, a line each. */
function loose({ source, report }: ProvenAssignment): readonly string[] {
  const items = source.items.map(({ id, kind, points: own }, i) => {
    const { earns = 0, whole = 0, rightest = '' } = report[i]?.copied ?? {};
    return { id, kind, points: own, earns, whole, rightest };
  });
  const points = items.reduce((sum, one) => sum + one.points, 0);
  const earned = items.reduce((sum, one) => sum + one.points * one.earns, 0);
  return [
    ...(earned > EARNED * points ? [`one message earns ${earned.toFixed(1)} of ${points}`] : []),
    ...items.flatMap(({ id, kind, points: own, whole, rightest }) =>
      own >= LARGE && whole > RIGHT + 1e-9 && !TOLD.includes(kind)
        ? [`${id}: “${rightest}” is right in ${(100 * whole).toFixed(1)} % of its variants`]
        : [],
    ),
  ];
}

describe('an assignment', () => {
  it.each(all.filter(({ source }) => !AS_THEY_WERE.includes(source.id)))(
    'is no one’s to copy: $source.id',
    (one) => {
      expect(loose(one)).toEqual([]);
    },
  );
  it.each(AS_THEY_WERE)('that was set before could be: %s', (id) => {
    const one = all.find(({ source }) => source.id === id);
    expect(one && loose(one).length).toBeGreaterThan(4);
  });
});

/** What it says and shows in whole words; an id may stand in what is asked, too. */
const saidIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'string') return Object.values(value ?? {}).flatMap(saidIn);
  return value.length > 20 && /[^\w-]/.test(value) ? [value] : [];
};

it.each(all)('what is asked tells a page nothing of what is right: $source.id', ({ key }) => {
  const secrets = Object.values(key.items).flatMap(({ prompt: _asked, texts: _shown, ...own }) =>
    saidIn(own).map((one) => JSON.stringify(one).slice(1, -1)),
  );
  expect(secrets.length).toBeGreaterThan(20);
  const told = JSON.stringify(key.assignment);
  expect(secrets.filter((one) => told.includes(one))).toEqual([]);
});
