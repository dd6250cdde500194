/** Earlier answers that go on in a later number: who was wrong before and goes on rightly loses nothing twice. */
import { describe, expect, it } from 'vitest';
import { carriedFaults } from '../../../src/tasks/sets/author/prove/carried.ts';
import type { NumberItem, NumberItemKey } from '../../../src/tasks/kinds/number/item.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { grade } from '../../../src/tasks/grading/pure/grade/grade.ts';
import { numbersFor } from '../../../src/tasks/grading/pure/grade/numbers.ts';
import type { ItemVerdict } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { drawn, variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { answered, begun, submissionOf } from '../../../src/tasks/sets/pure/work/work.ts';
import { madeOf, YAML } from './fixture.ts';
import { KEY, rightFor, SUM, TOY } from './toy.ts';

const NEXT: NumberItem = {
  ...SUM,
  id: 'toy-next',
  draw: { each: [3, 4, 5] },
  derive: {},
  carried: { sum: 'toy-sum' },
};
const NEXT_KEY: NumberItemKey = {
  kind: 'number',
  solution: 'Divide.',
  tolerance: { relative: 0.001 },
  wrong: [{ id: 'times', misconception: 'They multiply.', feedback: 'Divide.' }],
  answers: {},
  carried: { right: '=60 * each / sum', wrong: { times: '=60 * each * sum' } },
};
const keyWith = (item: NumberItem, own: NumberItemKey): Key => ({
  ...KEY,
  assignment: { ...TOY, items: [...TOY.items, item] },
  items: { ...KEY.items, [item.id]: own },
});
const BOTH = keyWith(NEXT, NEXT_KEY);
const NUMBER = '4711';
const each = Number(drawn(NEXT, variantOf(TOY, NEXT, NUMBER))['each']);

function verdict(sum: string | undefined, next: string): ItemVerdict | undefined {
  let work = begun(TOY, { name: 'A', number: NUMBER }, '00000000000000aa');
  if (sum !== undefined) work = answered(work, SUM, sum);
  work = answered(work, NEXT, next);
  const submission = signed(submissionOf(work, BOTH.assignment, '2026-11-27T12:00:00.000Z'));
  return grade(BOTH, submission, new Map()).items.find((one) => one.item === NEXT.id);
}

describe('a number in which an earlier answer goes on', () => {
  const { sum } = rightFor(NUMBER);

  it('is right by the right earlier answer, whatever was answered there', () => {
    for (const before of [String(sum), '99', undefined])
      expect(verdict(before, String((60 * each) / sum))).toMatchObject({
        state: 'right',
        points: 2,
      });
  });

  it('is right by the student’s own earlier answer, and says so', () => {
    const told = verdict('99', String((60 * each) / 99));
    expect(told).toMatchObject({ state: 'right', points: 2 });
    expect(told?.says).toContain('own earlier answer');
    // Who has given none cannot go on with another one.
    expect(verdict(undefined, String((60 * each) / 99))?.state).toBe('wrong');
  });

  it('knows a wrong answer with either number', () => {
    expect(verdict(String(sum), String(60 * each * sum))).toMatchObject({ wrong: 'times' });
    expect(verdict('99', String(60 * each * 99))).toMatchObject({ wrong: 'times' });
  });

  it('survives an earlier answer with which nothing comes out', () => {
    expect(verdict('0', '12')?.state).toBe('wrong');
    expect(verdict('no number', String((60 * each) / sum))?.state).toBe('right');
  });

  it('goes on over several items', () => {
    const last = { ...NEXT, id: 'toy-last', draw: {}, carried: { before: 'toy-next' } };
    const own = { ...NEXT_KEY, wrong: [], carried: { right: '=before + 1', wrong: {} } };
    const both = keyWith(NEXT, NEXT_KEY);
    const key: Key = {
      ...both,
      assignment: { ...both.assignment, items: [...both.assignment.items, last] },
      items: { ...both.items, 'toy-last': own },
    };
    expect(numbersFor(key, 'toy-last', NUMBER)?.right).toBeCloseTo((60 * each) / sum + 1, 6);
    expect(carriedFaults(key)).toEqual([]);
  });
});

describe('the proof of it', () => {
  it('finds nothing where both ways work', () => expect(carriedFaults(BOTH)).toEqual([]));

  it.each([
    [
      'an item that does not come before',
      { ...NEXT, carried: { sum: 'toy-pick' } },
      NEXT_KEY,
      'no number item',
    ],
    [
      'a formula without a value',
      NEXT,
      { ...NEXT_KEY, carried: { right: '=each / (sum - sum)', wrong: {} } },
      'no value',
    ],
    [
      'a formula that a wrong earlier answer breaks',
      NEXT,
      { ...NEXT_KEY, carried: { right: '=sqrt(21 - sum) + each', wrong: {} } },
      'nothing comes out',
    ],
    [
      'a wrong answer that counts as right',
      NEXT,
      { ...NEXT_KEY, carried: { right: '=each * sum', wrong: { times: '=sum * each' } } },
      'counts as right',
    ],
  ] as const)('finds %s', (_, item, own, says) => {
    const faults = carriedFaults(keyWith(item as NumberItem, own as NumberItemKey));
    expect(faults.map(({ fault }) => fault).join('\n')).toContain(says);
    expect(faults[0]?.at).toBe(3);
  });

  it('is made with the assignment', async () => {
    const item = `  - id: small-next
    version: 1
    kind: number
    points: 2
    minutes: 2
    objective: Go on.
    carried: { capacity: small-capacity }
    draw: { arrivals: [900, 1800] }
    prompt: '{arrivals} arrive.'
    answer: =arrivals / capacity
    tolerance: { relative: 0.01 }
    solution: Divide.
`;
    const { made, faults } = await madeOf(YAML + item);
    expect(faults).toEqual([]);
    expect(made?.key.items['small-next']).toMatchObject({
      carried: { right: '=arrivals / capacity' },
    });
    const broken = await madeOf(YAML + item.replace('small-capacity', 'small-tail'));
    expect(broken.faults.join('\n')).toMatch(/item "small-next".*no number item/);
  });
});
