/** A key that changes: who gains, who loses, and why; what somebody has decided stays. */
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { changesBetween } from '../../../src/tasks/grading/pure/grade/regrade.ts';
import type { Decision } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import { variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { gradeAll } from './toy-class.ts';
import { submissionFor, KEY, PICK, rightFor, SUM, TOY } from './toy.ts';

describe('a changed key', () => {
  const submissions = ['7', '8', '9'].map((number) =>
    submissionFor(number, { ...rightForAll(number) }),
  );
  function rightForAll(number: string) {
    const own = rightFor(number);
    return { sum: String(own.sum), pick: ['red'], x: own.x };
  }
  const changesWith = (key: Key, decisions: readonly Decision[] = []) =>
    changesBetween([KEY, gradeAll(submissions)], [key, gradeAll(submissions, key, decisions)]);

  it('of the same content changes nothing', () => {
    expect(changesWith(structuredClone(KEY))).toEqual([]);
  });

  it('says who gains, who loses, and why', () => {
    const pick = KEY.items['toy-pick'];
    if (pick?.kind !== 'choice') throw new Error('a choice');
    const answers = Object.fromEntries(SUM.seeds.map((seed) => [seed, ['red']]));
    const key = { ...KEY, items: { ...KEY.items, 'toy-pick': { ...pick, answers } } };
    expect(
      changesWith(key).map(
        ({ student, from, to, why }) => `${student.number} ${from} ${to} ${why}`,
      ),
    ).toEqual([
      '7 2 4 the right answer changed',
      '8 2 4 the right answer changed',
      '9 2 4 the right answer changed',
    ]);
  });

  it('with other points, and with a variant that is withdrawn: who had it gets all of it', () => {
    const items = TOY.items.map((item) => (item.id === 'toy-sum' ? { ...item, points: 4 } : item));
    expect(
      changesWith({ ...KEY, assignment: { ...TOY, items } }).map(({ to, why }) => `${to} ${why}`),
    ).toEqual(Array.from({ length: 3 }, () => '4 the item’s points changed'));
    const gone = variantOf(TOY, PICK, '8');
    const withdrawn = TOY.items.map((item) =>
      item.id === 'toy-pick' ? { ...item, withdrawn: [gone] } : item,
    );
    const found = changesWith({ ...KEY, assignment: { ...TOY, items: withdrawn } });
    expect(found.map(({ student, to, why }) => `${student.number} ${to} ${why}`)).toContain(
      '8 4 the variant was withdrawn',
    );
    expect(found.every(({ student }) => variantOf(TOY, PICK, student.number) === gone)).toBe(true);
  });

  it('changes marks that are in proportion where the set has other points in all', () => {
    const items = TOY.items.filter(({ id }) => id !== 'toy-pick');
    const key = { ...KEY, assignment: { ...TOY, items } };
    const [before, after] = [gradeAll(submissions), gradeAll(submissions, key)];
    const [was, now] = [before.students[0], after.students[0]].map((one) => one?.points ?? 0);
    expect(changesBetween([KEY, before], [key, after])).toEqual([]);
    expect(changesBetween([KEY, before], [key, after], [100])[0]).toMatchObject({
      ...{ item: 'the mark, of 100', why: 'the set has 5 points in all and had 9' },
      ...{ from: Math.round((10_000 * (was ?? 0)) / 9) / 100, to: 20 * (now ?? 0) },
    });
  });

  it('leaves what somebody has decided by hand', () => {
    const decision = { number: '08', item: 'toy-pick', points: 3, note: 'a good reason' };
    const { students } = gradeAll(submissions, { ...KEY, items: {} }, [decision]);
    expect(students[1]?.items[1]).toMatchObject({
      state: 'by-hand',
      points: 3,
      says: 'Decided by hand: a good reason',
    });
    expect(changesWith(KEY, [decision])).toEqual([
      {
        student: submissions[1]?.student,
        item: 'toy-pick',
        from: 2,
        to: 3,
        why: 'somebody decided by hand',
      },
    ]);
  });
});
