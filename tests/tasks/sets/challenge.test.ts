/** A challenge: what is planted, how what is named is judged, and that both ways count the same. */
import { describe, expect, it } from 'vitest';
import { JUDGE } from '../../../src/tasks/kinds/challenge/grade.ts';
import { named, typed, WAYS } from '../../../src/tasks/kinds/challenge/pure/named.ts';
import { PLANTED, ROWS, tableOf, type Row } from '../../../src/tasks/kinds/challenge/pure/table.ts';
import { digest } from '../../../src/tasks/sets/pure/submission/digest.ts';
import type { ChallengeItem, ChallengeItemKey } from '../../../src/tasks/kinds/challenge/item.ts';
import { planted } from '../../../widgets/experiments/data-poisoning/planted.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import { dataFile } from '../../../widgets/run/data/data-file.ts';
import { fullSettings } from '../../../widgets/kit/contract/author-settings.ts';
import { loadWidget } from '../../../widgets/index.ts';

const item: ChallengeItem = {
  ...{ kind: 'challenge', id: 'find', version: 1, points: 4, by: 'answer', hints: [], draw: {} },
  ...{ derive: {}, seeds: [1], withdrawn: [], instance: 'lab', start: {}, marks: 'marks' },
  ...{ places: 40, columns: 8, precision: 0.75, recall: 0.75 },
};
const bad = [2, 5, 11, 12, 20, 28, 33, 40];
const key: ChallengeItemKey = {
  kind: 'challenge',
  solution: 'Look.',
  wrong: [
    { id: 'too-many', misconception: 'Odd is bad.', feedback: 'Too many.' },
    { id: 'too-few', misconception: 'One is all.', feedback: 'Too few.' },
  ],
  answers: { 1: { images: bad, table: [1, 2, 3, 4, 5, 6, 7, 8] } },
};
const judge = (answer: string | readonly string[] | null) =>
  JUDGE.judge({
    ...{ item, key, seed: 1, reruns: new Map() },
    handed: { version: 1, variant: 1, note: '', answer, runs: [], tries: 1, hints: 0 },
  });
const of = (...numbers: readonly number[]) => judge(['images', ...numbers.map(String)]);

describe('what is named', () => {
  it.each([
    ['all of them', bad, 'right', 1],
    ['three in four of them, and two good ones', [...bad.slice(0, 6), 1, 3], 'right', 1],
    ['half of them', bad.slice(0, 4), 'partly', 0.5],
    ['too few', bad.slice(0, 2), 'wrong', 0],
    ['everything', Array.from({ length: 40 }, (_, i) => i + 1), 'wrong', 0],
  ])('counts by precision and recall: %s', (_, numbers, state, credit) => {
    expect(of(...numbers)).toMatchObject({ state, credit });
  });
  it('is told what is wrong with it', () => {
    expect(of(...bad.slice(0, 4))).toMatchObject({ wrong: 'too-few', says: /Too few/ });
    expect(of(1, 2, 3, 4, 5, 6, 7)).toMatchObject({ wrong: 'too-many', says: /1 of the|2 of the/ });
  });
  it('is judged by the way that was chosen', () => {
    expect(judge(['table', ...bad.map(String)])).toMatchObject({ state: 'wrong' });
    expect(judge(['table', '1', '2', '3', '4', '5', '6', '7', '8'])).toMatchObject({ credit: 1 });
  });
  it.each([null, '', 'images', [], ['images'], ['images', '41'], ['table', '0'], ['by ear', '1']])(
    'is refused with words where it names nothing: %j',
    (answer) => {
      expect(judge(answer).state).toBe('unreadable');
    },
  );
  it('may be typed in any way', () => {
    expect(named(['images', ...typed(' 3, 17;22  3')], 40)).toEqual({
      way: 'images',
      numbers: [3, 17, 22],
    });
  });
});

/** The rows of a mixed table that have all of some signs; the mark is what the planted ones share. */
function inMixed(
  seed: number,
  signs: {
    readonly isSpam?: boolean;
    readonly isGenuine?: boolean;
    readonly isMarked?: boolean;
  },
) {
  const { rows, planted } = tableOf({ id: 'find', mixed: true }, seed);
  const of = rows[planted[0] ?? 0] as Row;
  const column = planted.every((i) => rows[i]?.digits === of.digits) ? 'digits' : 'characters';
  const named = [...rows.keys()].filter((i) => {
    const { links, label, [column]: own } = rows[i] as Row;
    return (
      (!signs.isSpam || links > 1) &&
      (!signs.isGenuine || label === 'genuine') &&
      (!signs.isMarked || own === of[column])
    );
  });
  return { rows, planted, named, mark: `${column} ${of[column]}` };
}

describe('what is planted', () => {
  it('in the table shares a mark and a wrong label, and neither alone gives it away', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { rows, planted: places } = tableOf(item, seed);
      expect(rows).toHaveLength(ROWS);
      expect(places).toHaveLength(PLANTED);
      const mark = rows[places[0] ?? 0]?.characters;
      const found = [...rows.keys()].filter((i) => {
        const { characters, links = 0, label } = rows[i] ?? {};
        return characters === mark && links > 1 && label === 'genuine';
      });
      expect(found).toEqual(places);
      expect(rows.filter(({ characters }) => characters === mark).length).toBeGreaterThan(PLANTED);
      expect(
        rows.filter(({ links, label }) => links > 1 && label === 'genuine').length,
      ).toBeGreaterThan(PLANTED);
    }
  });
  it('in the table of the first assignments stands as students have it', () => {
    const all = Array.from({ length: 400 }, (_, i) => tableOf({ id: 'monday-planted' }, i + 1));
    expect(digest(JSON.stringify(all))).toBe(
      'e98d2d7f5c00d29d25034467b3d3d23b44c1d94fa3360a90eae96eca4bc09e32',
    );
  });
  it.each([
    ['their look', { isSpam: true }],
    ['their label', { isGenuine: true }],
    ['their mark', { isMarked: true }],
    ['look and label', { isSpam: true, isGenuine: true }],
    ['look and mark', { isSpam: true, isMarked: true }],
    ['label and mark', { isGenuine: true, isMarked: true }],
  ] as const)('in a mixed table is not given away by %s', (_, signs) => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const { named, planted: places } = inMixed(seed, signs);
      const found = named.filter((one) => places.includes(one)).length;
      expect(found).toBe(PLANTED);
      expect(found / named.length).toBeLessThan(0.5);
    }
  });
  it('in a mixed table is what look, label and mark say together, and no commonest length', () => {
    const marks = new Set<string>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const all = { isSpam: true, isGenuine: true, isMarked: true };
      const { named, planted: places, rows, mark } = inMixed(seed, all);
      expect(named).toEqual(places);
      marks.add(mark);
      const lengths = rows.map(({ characters }) => characters);
      const often = (length: number): number => lengths.filter((one) => one === length).length;
      const commonest = lengths.toSorted((a, b) => often(b) - often(a))[0];
      const called = [...rows.keys()].filter((i) => lengths[i] === commonest);
      const found = called.filter((one) => places.includes(one)).length;
      expect(Math.min(found / called.length, found / PLANTED)).toBeLessThan(0.5);
    }
    expect(marks.size).toBeGreaterThan(100);
  });
  it('among images is what the experiment itself finds once a defence has run', async () => {
    const widget = await loadWidget('data-poisoning');
    const start = { attack: 'unknown', poisoned: 12, defence: 'neighbours', marks: 'a1', seed: 7 };
    const settings = fullSettings(widget, start, 'start');
    const { lineup } = (await runOnNode(widget, settings)) as {
      lineup: { judged: { poison: readonly boolean[] } };
    };
    const { poison } = lineup.judged;
    const [places] = await planted([settings as never], dataFile);
    expect(places).toEqual([...poison.keys()].filter((place) => poison[place]));
    expect(places).toHaveLength(8);
  });
  it('can be looked for in two ways', () => {
    expect(WAYS).toEqual(['images', 'table']);
  });
});
